import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HTMLElement, parse } from 'node-html-parser'
import type { ComponentChild } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { translator } from '../../server/web/translate.ts'
import { Button } from './Button.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { PageContext } from './page.ts'
import { TextInput } from './TextInput.tsx'

const components = join(import.meta.dirname, '../../node_modules/govuk-frontend/dist/govuk/components')

/** The markup that govuk-frontend publishes for a component and the name of one of its examples. */
function published(component: string, example: string): unknown {
  const { fixtures } = JSON.parse(readFileSync(join(components, component, 'fixtures.json'), 'utf8')) as {
    fixtures: { name: string; html: string }[]
  }
  const fixture = fixtures.find((one) => one.name === example)
  if (!fixture) throw new Error(`No example ${example} of ${component}`)
  return shapeOf(fixture.html)
}

function ours(content: ComponentChild): unknown {
  const setting = { language: 'en', t: translator('en'), path: '/', dataVersion: '1' } as const
  return shapeOf(renderToString(<PageContext.Provider value={setting}>{content}</PageContext.Provider>))
}

/** Elements with their attributes, in any order, and their text, spaces apart. */
function shapeOf(html: string): unknown {
  return parse(html.replace(/>\s+/g, '>').replace(/\s+</g, '<')).childNodes.map((node) =>
    shapeOfNode(node as HTMLElement),
  )
}

function shapeOfNode(node: HTMLElement): unknown {
  if (node.nodeType === 3) return node.text.replace(/\s+/g, ' ').trim()
  return {
    tag: node.rawTagName,
    attributes: Object.fromEntries(Object.entries(node.attributes).sort(([one], [other]) => one.localeCompare(other))),
    children: node.childNodes.map((child) => shapeOfNode(child as HTMLElement)).filter((child) => child !== ''),
  }
}

describe('our markup is that of govuk-frontend', () => {
  it('for an error summary', () => {
    const errors = [
      { text: 'The date your passport was issued must be in the past', href: '#example-error-1' },
      { text: 'Enter a postcode, like AA1 1AA', href: '#example-error-2' },
    ]
    expect(ours(<ErrorSummary title="There is a problem" errors={errors} />)).toEqual(
      published('error-summary', 'default'),
    )
  })

  it('for the button of the next thing to do, and for the quiet one', () => {
    expect(ours(<Button kind="primary">Save and continue</Button>)).toEqual(published('button', 'default'))
    // The published one has a name of its own as well.
    expect(published('button', 'secondary')).toMatchObject(
      ours(<Button kind="secondary">Secondary button</Button>) as object,
    )
  })

  it('for a line of text to fill in', () => {
    const hint = 'It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.'
    expect(
      ours(<TextInput id="input-with-hint-text" name="test-name-2" label="National insurance number" hint={hint} />),
    ).toEqual(published('input', 'with hint text'))
    expect(
      ours(
        <TextInput
          id="input-with-autocomplete-attribute"
          name="postcode"
          label="Postcode"
          autocomplete="postal-code"
        />,
      ),
    ).toEqual(published('input', 'with autocomplete attribute'))
    expect(
      ours(
        <TextInput
          id="input-with-spellcheck-disabled"
          name="spellcheck"
          label="Spellcheck is disabled"
          spellcheck={false}
        />,
      ),
    ).toEqual(published('input', 'with spellcheck disabled'))
  })

  it('for one that was filled in wrongly', () => {
    expect(
      ours(
        <TextInput
          id="input-with-error-message"
          name="test-name-3"
          label="National Insurance number"
          error="Enter a National Insurance number in the correct format"
        />,
      ),
    ).toEqual(published('input', 'with error message'))
  })
})
