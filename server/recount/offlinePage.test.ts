import { createHash } from 'node:crypto'
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { offlinePage } from './offlinePage.ts'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
/** What stands between the first such tags, as a browser takes it. */
const within = (html: string, name: string) => new RegExp(`<${name}>([\\s\\S]*?)</${name}`).exec(html)?.[1] ?? ''

describe('the page as one file', () => {
  const html = offlinePage(
    'const shown = "</script><!-- x"; run(shown)\n',
    '@font-face { font-family: A; src: url(/assets/a.woff2) } p { color: red }\n',
  )
  const policy = parse(html).querySelector('meta[http-equiv]')?.getAttribute('content') ?? ''

  it('runs only its own script and styles, by their hash, and may send nothing', () => {
    expect(policy).toContain(`script-src ${hashOf(within(html, 'script'))}`)
    expect(policy).toContain(`style-src ${hashOf(within(html, 'style'))}`)
    for (const rule of ["default-src 'none'", "connect-src 'none'", "form-action 'none'"])
      expect(policy).toContain(rule)
  })

  it('keeps a script whole that holds the end of a script', () => {
    expect(within(html, 'script')).toBe(String.raw`const shown = "<\/script><\!-- x"; run(shown)`)
  })

  it('asks for no file', () => expect(html).not.toMatch(/url\(|src="|href="/))

  it('says in both languages that it needs script', () => {
    const [english, welsh] = parse(html).querySelectorAll('main p')
    expect(english?.text).toContain('needs JavaScript')
    expect(welsh?.getAttribute('lang')).toBe('cy')
    expect(welsh?.text).toContain('JavaScript')
  })
})
