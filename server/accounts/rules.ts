/** What a person or a machine may be: an officer of a neighbourhood, a supervisor of a force, an admin of all. */
export const roles = ['officer', 'supervisor', 'admin'] as const
export type Role = (typeof roles)[number]

/** A role in its place. Officers have both ids, supervisors a force, admins neither. */
export interface Grant {
  role: Role
  forceId: string | null
  neighbourhoodId: number | null
}

/** Whoever acts, and how they have shown who they are. */
export interface Person {
  /** Of the person, or `token:12` of a machine's token. */
  id: string
  name: string
  email: string | null
  via: 'session' | 'token'
  grants: readonly Grant[]
}

/** The id of a person's account, for rows that name one; a machine has none, and nor has the service. */
export function accountIdOf(person: Person | null): string | null {
  return person?.via === 'session' ? person.id : null
}

/** Where something is done: in a neighbourhood, in a force as a whole, or everywhere (null). */
export interface Place {
  forceId: string | null
  neighbourhoodId: number | null
}

/**
 * Every permission there is: which roles may do what, each in its own place. Whoever may act for a force may act for its
 * neighbourhoods, and an admin for all.
 */
export const permissions = {
  /** See the pages under /manage of a place. */
  'manage.see': ['officer', 'supervisor', 'admin'],
  /** Change the draft of a team's page, and publish it. */
  'team.edit': ['officer', 'supervisor', 'admin'],
  'team.publish': ['officer', 'supervisor', 'admin'],
  /** Priorities, actions and meeting dates. */
  'priorities.edit': ['officer', 'supervisor', 'admin'],
  /** Read what residents put forward, and decide what becomes of it. */
  'concerns.moderate': ['officer', 'supervisor', 'admin'],
  /** Plan a meeting, invite a resident to chair it and publish its minutes; chair it. */
  'meetings.edit': ['officer', 'supervisor', 'admin'],
  'meetings.chair': ['officer', 'supervisor', 'admin'],
  /** Read and answer messages; see those whose time has run out, force-wide, and answer recourse. */
  'messages.answer': ['officer', 'supervisor', 'admin'],
  'messages.oversee': ['supervisor', 'admin'],
  /** Change a draft of the standards, explain a miss, enter a measured result; sign and publish. */
  'standards.edit': ['officer', 'supervisor', 'admin'],
  'standards.publish': ['officer', 'supervisor', 'admin'],
  'standards.defaults': ['supervisor', 'admin'],
  /** Invite people and end what they may do; read who changed what, in a force or everywhere; list and revoke machines' tokens. */
  'people.invite': ['supervisor', 'admin'],
  'audit.read': ['supervisor', 'admin'],
  'audit.readAll': ['admin'],
  'tokens.manage': ['supervisor', 'admin'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof permissions

/** Whether a person may do something in a place. */
export function may(person: Person | null, action: Action, place: Place): boolean {
  const allowed: readonly Role[] = permissions[action]
  return person?.grants.some((grant) => allowed.includes(grant.role) && reaches(grant, place)) ?? false
}

/** Whether a grant's place holds another. */
export function reaches(grant: Grant, place: Place): boolean {
  switch (grant.role) {
    case 'admin':
      return true
    case 'supervisor':
      return place.forceId !== null && grant.forceId === place.forceId
    case 'officer':
      return place.neighbourhoodId !== null && grant.neighbourhoodId === place.neighbourhoodId
    default:
      return grant.role satisfies never
  }
}

/** Said where a place is named that the role is wider than. */
export const tooWide =
  'A supervisor’s place is a whole force and an admin’s is everything: leave the narrower place out'

/** Whether no narrower place is named than the role has: nobody shall get more than they thought they asked for. */
export function isNoWiderThanItSays(given: {
  role: Role
  force?: string | undefined
  neighbourhood?: string | undefined
}): boolean {
  if (given.role === 'admin') return given.force === undefined && given.neighbourhood === undefined
  return given.role === 'officer' || given.neighbourhood === undefined
}

/** Whether a person may give a grant away: only roles at or below their own, in places that theirs reaches. */
export function mayGive(person: Person | null, grant: Grant): boolean {
  if (grant.role === 'admin') return person?.grants.some((own) => own.role === 'admin') ?? false
  return may(person, 'people.invite', { forceId: grant.forceId, neighbourhoodId: grant.neighbourhoodId })
}
