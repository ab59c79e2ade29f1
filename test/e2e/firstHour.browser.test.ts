import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitePerson } from '../../server/accounts/invitations.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, openPage, windows } from '../support/browser.ts'
import { aForce, aNeighbourhood } from '../support/builders/crime.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

const hourMs = 3_600_000

describe.runIf(browserIsHere)('a sergeant’s first hour, and a resident’s message', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser
  let silverPit: number
  let now = new Date('2026-11-02T09:00:00Z')
  const later = (hours: number) => {
    now = new Date(now.getTime() + hours * hourMs)
  }

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    await aForce(opened.database)
    silverPit = await aNeighbourhood(opened.database)
    app = await startTestApp(opened.database, { assets: await builtAssets(), clock: () => now })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await opened?.remove()
  })

  /** Writes to the team as a resident; gives the page that follows the answer. */
  async function write(text: string, javaScriptEnabled: boolean): Promise<Page> {
    const { page } = await openPage(browser, `${app.url}/neighbourhoods/dogger/SP1`, {
      viewport: windows.phone,
      javaScriptEnabled,
    })
    await page.getByRole('link', { name: 'Contact your team' }).click()
    expect(await page.textContent('main')).toContain('call 999')
    later(0.1) // nobody writes in no time
    await page.getByRole('button', { name: 'Send the message' }).click()
    expect(await page.textContent('.govuk-error-summary')).toContain('Enter your message')
    await page.getByLabel('Your message').fill(text)
    later(0.1)
    await page.getByRole('button', { name: 'Send the message' }).click()
    await page.getByRole('heading', { name: 'Your message to the team of Silver Pit' }).waitFor()
    return page
  }

  it('goes from an invitation to an answered message and an explained miss', async () => {
    const grant = { role: 'officer' as const, forceId: 'dogger', neighbourhoodId: silverPit }
    const token = await invitePerson(
      opened.database,
      null,
      { email: 'new@dogger.example', name: 'Amina Example', ...grant },
      now,
    )
    const { page, complaints } = await openPage(browser, `${app.url}/invitation?token=${token}`, {
      viewport: windows.desktop,
    })
    await page.getByRole('button', { name: 'Accept and sign in' }).click()

    // The team.
    await page.getByRole('link', { name: 'Silver Pit' }).click()
    await page.getByRole('link', { name: 'Your page' }).click()
    await page.getByRole('link', { name: 'Add a team member' }).click()
    await page.getByLabel('Name').fill('Amina Example')
    await page.getByLabel('Rank').fill('Sergeant')
    await page.getByLabel('Telephone').fill('101 ext 4711')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Preview and publish' }).click()
    await page.getByRole('button', { name: 'Publish this page' }).click()

    // The contract.
    await page.goto(`${app.url}/manage/neighbourhoods/dogger/SP1`)
    await page.getByRole('link', { name: 'Standards' }).click()
    await page.getByLabel('Neighbourhood Policing Guarantee').check()
    await page.getByRole('button', { name: 'Add the set' }).click()
    await page.getByLabel('Signed by').fill('Amina Example')
    await page.getByLabel('Their role').fill('Sergeant')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    expect(await page.textContent('main')).toContain('Version 1')

    // A message that is answered too late.
    const resident = await write('Motorbikes behind Gale Lane, every evening.', false)
    expect(await resident.textContent('main')).toContain('The team promised an answer by 5 November 2026')
    later(80)
    await resident.reload()
    expect(await resident.textContent('main')).toContain('The promised time has run out')
    expect(await resident.getByRole('button', { name: 'Ask the supervisor' }).isVisible()).toBe(true)
    await page.goto(`${app.url}/manage/neighbourhoods/dogger/SP1/messages`)
    await expectAccessible(page)
    await page.getByRole('link', { name: /^Message \d+/ }).click()
    await page.getByLabel('Answer to the resident').fill('Patrols every evening this week.')
    await page.getByRole('button', { name: 'Send the answer' }).click()
    await resident.reload()
    expect(await resident.textContent('main')).toContain('Patrols every evening this week.')
    await resident.getByLabel('Satisfied', { exact: true }).check()
    await resident.getByRole('button', { name: 'Send', exact: true }).click()
    expect(await resident.textContent('main')).toContain('You said how satisfied you are')

    // The miss, explained.
    await page.goto(`${app.url}/manage/neighbourhoods/dogger/SP1/standards/results`)
    await page
      .getByRole('link', { name: /Explain.*We answer every message/ })
      .first()
      .click()
    await page.getByLabel('In plain words').fill('Two officers were ill. Somebody reads the inbox every morning now.')
    await page.getByRole('button', { name: 'Save what you say' }).click()
    await page.goto(`${app.url}/neighbourhoods/dogger/SP1/standards`)
    const card = page.locator('.patch-card', { hasText: 'We answer every message' })
    expect(await card.textContent()).toMatch(/Not met[\s\S]*Two officers were ill/)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })

  it('with JavaScript: the message is sent and its link leads back to it', async () => {
    const page = await write('<script>alert(1)</script> is not how I write.', true)
    const address = page.url()
    await expectAccessible(page)
    const { page: again } = await openPage(browser, address, { viewport: windows.phone, colorScheme: 'dark' })
    expect(await again.textContent('main')).toContain('<script>alert(1)</script> is not how I write.')
    await expectAccessible(again)
    await again.getByRole('link', { name: 'Erase this message now' }).click()
    await again.getByRole('button', { name: 'Erase it' }).click()
    await page.goto(address)
    expect(await page.textContent('h1')).toContain('no longer works')
  })
})
