import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { partFields } from '../../shared/team/fields.ts'
import { listKinds } from '../../shared/team/teamPage.ts'
import { changes as concernChanges } from '../concerns/rules.ts'
import { meetingForm } from '../meetings/schemas.ts'
import { type SentChange, written } from '../messages/changes.ts'
import type { Message } from '../messages/readMessages.ts'
import { changes } from '../messages/rules.ts'
import { actionForm, closeForm, eventForm, priorityForm } from '../priorities/schemas.ts'
import { partSchema } from '../team/schemas.ts'
import { type AuditAction, actionsOfKind, auditActions, auditKinds, auditSentence, fieldWords } from './auditWords.ts'
import { permissions } from './rules.ts'

const now = new Date('2026-11-24T12:00:00Z')
const everywhere = { forceId: null, neighbourhoodId: null }

describe('the words of the audit log', () => {
  it('are there for every action that is recorded, and for no other', () => {
    const server = join(import.meta.dirname, '..')
    const sources = globSync('**/*.{ts,tsx}', { cwd: server })
      .filter((path) => !path.includes('.test.') && !path.endsWith('auditWords.ts'))
      .map((path) => readFileSync(join(server, path), 'utf8'))
      .filter((text) => /recordAudit|publishForm|changeDraft|sendPlan/.test(text))
      .join('\n')
    const named = [
      ...sources.matchAll(
        /'((?:people|team|priority|action|event|meeting|minutes|concern|message|standards|token)\.[a-zA-Z]+)'/g,
      ),
    ]
    const recorded = new Set([
      ...named.map((match) => match[1] ?? ''),
      ...changes.map((change) => `message.${change}`),
      ...concernChanges.map((change) => `concern.${change}`),
    ])
    // Some permissions are called like what they allow.
    const isPermission = (name: string) => Object.hasOwn(permissions, name)
    expect([...recorded].filter((name) => !isPermission(name)).sort()).toEqual(
      auditActions.filter((name) => !isPermission(name)).sort(),
    )
  })

  it('are sentences', () => {
    for (const action of auditActions) {
      const { before, after } = auditSentence(action, { forceId: 'dogger', neighbourhoodId: 1 })
      expect(before, action).toMatch(/^[A-Z][a-z]/)
      expect(before + after, action).not.toMatch(/[{}]/)
    }
    expect(auditSentence('people.invite', { forceId: 'dogger', neighbourhoodId: 1 })).toEqual({
      before: 'Invited ',
      hasWhat: true,
      after: ' to be an officer',
    })
    expect(auditSentence('people.end', { forceId: 'dogger', neighbourhoodId: null }).after).toBe(' as a supervisor')
    expect(auditSentence('people.accept', everywhere)).toEqual({
      before: 'Accepted the invitation to be an administrator',
      hasWhat: false,
      after: '',
    })
  })

  it('say so where an entry is of a version that knew more', () => {
    expect(auditSentence('bees.keep', everywhere).before).toMatch(/^Did something/)
    expect(auditSentence('toString', everywhere).before).toMatch(/^Did something/)
    expect(fieldWords('bees.keep', ['honey'], null)).toEqual(['Another field'])
  })

  it('belong to a kind each', () => {
    const kinds = Object.keys(auditKinds) as (keyof typeof auditKinds)[]
    expect(kinds.flatMap(actionsOfKind).sort()).toEqual([...auditActions].sort())
  })

  const fields: [AuditAction, string[]][] = [
    ['priority.add', Object.keys(priorityForm(now, null).shape)],
    ['priority.change', Object.keys(priorityForm(now, null).shape)],
    ['priority.close', Object.keys(closeForm(now, '2026-11-01').shape)],
    ['action.add', Object.keys(actionForm(now, '2026-11-01').shape)],
    ['action.change', Object.keys(actionForm(now, '2026-11-01').shape)],
    ['event.add', Object.keys(eventForm(now, null).in.shape)],
    ['event.change', Object.keys(eventForm(now, null).in.shape)],
    ['meeting.add', [...Object.keys(meetingForm(now, null).in.in.shape), 'agenda']],
    ['meeting.change', Object.keys(meetingForm(now, null).in.in.shape)],
    ...changes.map((change): [AuditAction, string[]] => {
      const sent = { change, answer: '', note: '', reply: '', person: '', to: 1 } as unknown as SentChange
      return [`message.${change}`, [...Object.keys(written({} as Message, sent, now).columns), 'text']]
    }),
  ]
  it.each(fields)('name the fields of %s', (action, names) => {
    expect(names.length).toBeGreaterThan(0)
    const words = fieldWords(action, names, null)
    expect(words).toHaveLength(names.length)
    expect(words).not.toContain('Another field')
  })

  it.each(['about', ...listKinds] as const)('name the fields of a team’s page: %s', (kind) => {
    const form = partFields(kind).map((field) => field.name)
    const said = { ...partSchema(kind).safeParse(typed(form)).data }
    const names = [...form, ...Object.keys(said), 'photo', 'place', 'removed', 'order', 'draft']
    expect(Object.keys(said).length).toBeGreaterThan(0)
    expect(fieldWords('team.edit', names, kind)).not.toContain('Another field')
  })

  it('tell apart what parts of a page call alike', () => {
    expect(fieldWords('team.publish', ['about', 'description', 'links', 'description'], null)).toEqual([
      'Description and contacts',
      'About this neighbourhood',
      'Links',
      'What is there',
    ])
    expect(fieldWords('team.edit', ['contact-email', 'contact-blog'], 'members')).toEqual(['Email', 'blog'])
  })

  it('never repeat a field that somebody made up', () => {
    expect(fieldWords('priority.add', ['issue', 'Nia Example lives at 4 Outer Row', 'toString'], null)).toEqual([
      'The issue',
      'Another field',
    ])
  })
})

/** A form of a part with something sound in each field. */
function typed(fields: readonly string[]): Record<string, string> {
  const sound: Record<string, string> = { kind: 'station', url: 'https://a.example', longitude: '2', latitude: '54' }
  return Object.fromEntries(
    fields
      .filter((field) => !/^contact-|postcode|telephone/.test(field))
      .map((field) => [field, sound[field] ?? 'Something']),
  )
}
