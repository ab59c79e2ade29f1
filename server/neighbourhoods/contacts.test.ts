import { describe, expect, it } from 'vitest'
import { contactOf, contactsOf, webAddress } from './contacts.ts'
import { plainLine, plainParagraphs } from './plainText.ts'
import { nameIn, urlsOf } from './rules.ts'

describe('contacts', () => {
  it('link telephone numbers, e-mail and web addresses', () => {
    expect(contactOf('telephone', '101 ext 4711')?.href).toBe('tel:101')
    expect(contactOf('telephone', '+44 (0)116 222 2222')?.href).toBe('tel:+441162222222')
    expect(contactOf('telephone', '0116 222 2222')?.href).toBe('tel:01162222222')
    expect(contactOf('email', 'nc04@leicestershire.example')?.href).toBe('mailto:nc04@leicestershire.example')
    expect(contactOf('email', 'http://www.leics.police.uk/message')?.href).toBe('http://www.leics.police.uk/message')
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'https://user:pass@evil.example',
  ])('never link %s', (text) => {
    expect(webAddress(text)).toBeNull()
    expect(contactOf('web', text)?.href).toBeNull()
  })

  it('never let an address add headers to a letter', () => {
    expect(contactOf('email', 'a@b.example?subject=x&body=y')?.href).toBeNull()
  })

  it('come with the most direct first, empty and vanished ones left out', () => {
    const details = {
      facebook: 'https://facebook.com/x',
      myspace: 'http://x',
      email: ' ',
      web: 'https://a.example',
      telephone: '101',
    }
    expect(contactsOf(details).map((contact) => contact.kind)).toEqual(['telephone', 'web', 'facebook'])
  })
})

describe('texts with markup', () => {
  it('become paragraphs of words', () => {
    expect(plainParagraphs('<p>One &amp; two</p><ul><li>three<li>four</ul>five<br/>six &#373;&wcirc;')).toEqual([
      'One & two',
      'three',
      'four',
      'five',
      'six ŵŵ',
    ])
  })

  it('lose scripts, styles, comments and unfinished tags', () => {
    expect(plainParagraphs('a<script>alert(1)</script><style>b{}</style><!-- c -->d<img src=x onerror="e')).toEqual([
      'a d',
    ])
  })

  it('keep a lone less-than sign, and decode once only', () => {
    expect(plainLine('under 5 < 6 and &amp;lt;b&amp;gt;')).toBe('under 5 < 6 and &lt;b&gt;')
    expect(plainLine('<p> </p>')).toBeNull()
    expect(plainLine('&#0; &#xD800; &bogus;')).toBe('&#0; &#xD800; &bogus;')
  })
})

describe('addresses', () => {
  it('carry codes with spaces and slashes', () => {
    const urls = urlsOf('dogger', 'a/b c', true, '2026-09')
    expect(urls.page).toBe('/neighbourhoods/dogger/a%2Fb%20c')
    expect(new URL(urls.map, 'http://x').searchParams.get('neighbourhood')).toBe('dogger/a/b c')
  })

  it('lead to the force’s map where there is no outline', () => {
    expect(urlsOf('dogger', 'SP1', false).map).toBe('/map?force=dogger')
  })
})

it('names are Welsh on Welsh pages where there is one', () => {
  expect(nameIn('cy', { name: 'A', nameWelsh: 'B' })).toBe('B')
  expect(nameIn('cy', { name: 'A', nameWelsh: null })).toBe('A')
  expect(nameIn('en', { name: 'A', nameWelsh: 'B' })).toBe('A')
})
