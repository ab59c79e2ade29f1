import { describe, expect, it } from 'vitest'
import { browserIsHere } from '../support/browser.ts'
import { anItem } from '../support/builders/live.ts'
import {
  deskIsLive,
  heading,
  isLive,
  meetingInBrowsers,
  press,
  questionsOf,
  soon,
} from '../support/meetingInBrowsers.ts'

describe.runIf(browserIsHere)('the chair’s desk in browsers', () => {
  const { aPhone, aDesk, state } = meetingInBrowsers()

  it('letters that are typed are letters; minutes keep the item that they are about', async () => {
    const desk = await aDesk()
    const other = await aDesk()
    await deskIsLive(desk.page)
    await deskIsLive(other.page)
    await press(desk.page, 'n')
    await expect.poll(() => desk.page.textContent('#chair-item'), soon).toBe('Welcome')
    await press(desk.page, 'm')
    await desk.page.keyboard.type('no banner; px')
    expect(state()?.currentItem).toBe(anItem(1).id)
    await press(other.page, 'n')
    await expect.poll(() => desk.page.textContent('#chair-item'), soon).toBe('Police report')
    expect(await desk.page.inputValue('#new-text')).toBe('no banner; px')
    expect(await desk.page.inputValue('#new-about')).toBe(anItem(1).id)
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('new-text')
    await desk.page.reload()
    await deskIsLive(desk.page)
    await expect.poll(() => desk.page.inputValue('#new-text'), soon).toBe('no banner; px')
    await desk.page.focus('#new-text')
    await desk.page.keyboard.press('Control+Enter')
    await expect
      .poll(() => state()?.minutes.map(({ item, text }) => [item, text]), soon)
      .toEqual([[anItem(1).id, 'no banner; px']])
    await expect.poll(() => desk.page.inputValue('#new-text'), soon).toBe('')
    await expect.poll(() => desk.page.inputValue('#new-about'), soon).toBe(anItem(2).id)
    // Keys can be switched off.
    await desk.page.keyboard.press('Escape')
    await press(desk.page, '?')
    await desk.page.getByLabel('Single keys work on this page').uncheck()
    await desk.page.getByRole('button', { name: 'Close', exact: true }).last().click()
    await press(desk.page, 'n')
    await desk.page.waitForTimeout(300)
    expect(state()?.currentItem).toBe(anItem(2).id)
    await Promise.all([desk, other].map(({ close }) => close()))
  })

  it('two chairs at one line of the minutes: the second is told, and overwrites nothing unseen', async () => {
    const desk = await aDesk()
    const other = await aDesk()
    await deskIsLive(desk.page)
    await deskIsLive(other.page)
    await press(desk.page, 'n')
    await press(desk.page, 'm')
    await desk.page.keyboard.type('Said')
    await desk.page.keyboard.press('Control+Enter')
    await expect.poll(() => state()?.minutes.length, soon).toBe(1)
    const text = () => state()?.minutes[0]?.text
    const id = state()?.minutes[0]?.id ?? ''
    const field = `[id="text-${id}"]`
    for (const { page } of [desk, other]) {
      await page.locator('.patch-desk-entry summary').click()
      await page.fill(field, page === desk.page ? 'Said by one' : 'Said by the other')
    }
    await desk.page.press(field, 'Control+Enter')
    await expect.poll(text, soon).toBe('Said by one')
    await expect.poll(() => other.page.textContent('.patch-desk-entry .patch-entry__text'), soon).toBe('Said by one')
    await other.page.press(field, 'Control+Enter')
    await other.page.getByText('Somebody else has changed this meanwhile').first().waitFor()
    expect(text()).toBe('Said by one')
    expect(await other.page.inputValue(field)).toBe('Said by the other')
    await other.page.press(field, 'Control+Enter')
    await expect.poll(text, soon).toBe('Said by the other')
    // On the kinds of a line letters are no keys either.
    await other.page.locator('.patch-entry-form input[type=radio]').first().focus()
    await press(other.page, 'n')
    await other.page.waitForTimeout(300)
    expect(state()?.currentItem).toBe(anItem(1).id)
    await Promise.all([desk, other].map(({ close }) => close()))
  })

  it('the agenda is reordered by drag and by key, added to and dropped from while it runs', async () => {
    const desk = await aDesk()
    await deskIsLive(desk.page)
    const titles = () => state()?.items.map(({ title }) => title.split(' ')[0])
    const item = (text: string) => desk.page.locator('.patch-desk-item', { hasText: text })
    await item('Next date').dragTo(item('Police report'))
    await expect.poll(titles, soon).toEqual(['Welcome', 'Next', 'Police', 'Concerns', 'Agree', 'Tea'])
    await item('Tea').focus()
    await press(desk.page, 'u')
    await expect.poll(titles, soon).toEqual(['Welcome', 'Next', 'Police', 'Concerns', 'Tea', 'Agree'])
    await item('Welcome').focus()
    await press(desk.page, 'y')
    await expect.poll(titles, soon).toEqual(['Next', 'Police', 'Concerns', 'Tea', 'Agree'])
    await desk.page.locator('#chair-item').click()
    await press(desk.page, '+')
    await desk.page.keyboard.type('Thanks')
    await desk.page.keyboard.press('Enter')
    await expect.poll(titles, soon).toEqual(['Next', 'Police', 'Concerns', 'Tea', 'Agree', 'Thanks'])
    await expect.poll(() => desk.page.locator('#new-title').isVisible()).toBe(false)
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  it('of many chosen as waiting, the one that another chair has shown meanwhile is not hidden', async () => {
    const [desk, other, phone] = [await aDesk(), await aDesk(), await aPhone()]
    await Promise.all([deskIsLive(desk.page), deskIsLive(other.page), isLive(phone.page)])
    await press(desk.page, 'n')
    await expect.poll(() => heading(phone.page), soon).toBe('Welcome')
    await phone.page.getByRole('link', { name: /^Questions/ }).click()
    for (const text of ['Is it open?', 'Buy my pills', 'And my watches']) {
      await phone.page.getByLabel('Your question').fill(text)
      await phone.page.getByRole('button', { name: 'Send the question' }).click()
      await expect.poll(() => questionsOf(desk.page), soon).toContain(text)
    }
    await press(desk.page, '*')
    await desk.page.getByRole('button', { name: 'Choose all that wait (3)' }).click()
    await desk.page.getByText('Chosen: 3.').waitFor()
    await other.page.getByRole('button', { name: /^Show.*Is it open/ }).click()
    await desk.page.getByText('Chosen: 2.').waitFor()
    await desk.page.getByLabel('Why hide them?').fill('Advertising')
    await desk.page.getByRole('button', { name: 'Hide the chosen' }).click()
    await expect.poll(() => state()?.questions.map((one) => one.state), soon).toEqual(['open', 'hidden', 'hidden'])
    await desk.page.getByText('Chosen: 0.').waitFor({ state: 'attached' })
    expect(desk.complaints).toEqual([])
    await Promise.all([desk, other, phone].map(({ close }) => close()))
  })
})
