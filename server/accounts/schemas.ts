import { z } from 'zod'
import { type AuditKind, auditKinds } from './auditWords.ts'
import { roles } from './rules.ts'

export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'Enter an e-mail address, like name@example.org' }))

/** Where to go after signing in: only a page of the team's own. */
export const nextPage = z
  .string()
  .regex(/^\/manage(?![^/?])[\w\-./%?=&]*$/)
  .catch('/manage')

export const askForLink = z.object({ email: emailAddress, next: nextPage.default('/manage') })

/** Links hold their token in the query, forms in a field. */
export const linkToken = z.object({ token: z.string().min(16).max(200), next: nextPage.default('/manage') })

export const invite = z
  .object({
    name: z.string().trim().min(1, { error: 'Enter their name' }).max(120, { error: 'Enter a shorter name' }),
    email: emailAddress,
    role: z.enum(roles, { error: 'Choose what they are to be' }),
    neighbourhood: z.string().default(''),
  })
  .refine((input) => input.role !== 'officer' || input.neighbourhood !== '', {
    path: ['neighbourhood'],
    error: 'Choose the neighbourhood of an officer',
  })

/** Which entries of the audit log somebody asks for. What is none of the choices is left out, and the page shows that it is. */
export const askedAudit = z.object({
  kind: z
    .enum(Object.keys(auditKinds) as [AuditKind, ...AuditKind[]])
    .optional()
    .catch(undefined),
  neighbourhood: z.string().optional().catch(undefined),
  force: z.string().optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
})
export type AskedAudit = z.infer<typeof askedAudit>
