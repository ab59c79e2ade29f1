import express, { type Request, type RequestHandler } from 'express'
import type { z } from 'zod'
import { keptText } from '../../shared/text/keptText.ts'

/**
 * Reads forms: fields as text, a field that was sent twice as a list. Far more is taken than any field may hold, so that somebody who pastes a
 * whole document gets it back with a sentence beside it.
 */
export const formBody: RequestHandler = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 2000 })

/** What a person typed, by the name of its field: it is shown again whatever becomes of it. */
export type Typed = Record<string, string | string[]>

/** What is to be mended, by the name of its field, each a sentence. */
export type Problems = Record<string, string>

/** A form as it was sent: sound, or with what is to be mended. */
export type ReadForm<Value> = { ok: true; value: Value; typed: Typed } | { ok: false; problems: Problems; typed: Typed }

/** Parses a form that was sent. Of several problems of a field the first is told; fields of lists are named like `days.2`. */
export function readForm<Schema extends z.ZodType>(schema: Schema, request: Request): ReadForm<z.infer<Schema>> {
  const typed = typedFields(request.body)
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  const problems: Problems = {}
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.') || 'form'
    problems[field] ??= isSentTwice(typed[field]) ? 'Fill this in once' : issue.message
  }
  return { ok: false, problems, typed }
}

/** Whether a field came as a list, as no form of ours sends one that takes a single text. */
function isSentTwice(value: Typed[string] | undefined): boolean {
  return Array.isArray(value) && value.length > 1
}

/** The texts of a body, whatever else it holds. */
export function typedFields(body: unknown): Typed {
  const typed: Typed = {}
  if (typeof body !== 'object' || body === null) return typed
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') typed[name] = keptText(value)
    else if (Array.isArray(value)) typed[name] = value.filter((one) => typeof one === 'string').map(keptText)
  }
  return typed
}

/** One text of what was typed; '' when there is none. */
export function typedText(typed: Typed, name: string): string {
  const value = typed[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
