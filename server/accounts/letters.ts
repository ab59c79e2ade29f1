import type { Letter } from '../mail/mailer.ts'
import { linkMinutes } from './auth.ts'
import type { Grant } from './rules.ts'

/** The address of a sign-in link's page; the page's button signs in, opening it does nothing. */
export function signInAddress(publicUrl: string, { token, next }: { token: string; next?: string }): string {
  const query = new URLSearchParams({ token, ...(next && next !== '/manage' ? { next } : {}) })
  return `${publicUrl}/sign-in/link?${query}`
}

/** The letter that holds a sign-in link. */
export function signInLetter(publicUrl: string, link: { email: string; token: string; next?: string }): Letter {
  return {
    to: link.email,
    subject: 'Your link to sign in to Our Patch',
    text: [
      'Open this page and press its button to sign in:',
      '',
      signInAddress(publicUrl, link),
      '',
      `The link works once, for ${linkMinutes} minutes. If you did not ask for it, do nothing: nobody is signed in until the button is pressed.`,
      '',
    ].join('\n'),
  }
}

/** The letter that invites somebody to act for a place. */
export function invitationLetter(
  publicUrl: string,
  invitation: { email: string; name: string; token: string; what: string; days: number },
): Letter {
  return {
    to: invitation.email,
    subject: 'You are invited to Our Patch',
    text: [
      `${invitation.name}, you are invited to be ${invitation.what}.`,
      '',
      'Open this page and press its button to accept:',
      '',
      `${publicUrl}/invitation?token=${encodeURIComponent(invitation.token)}`,
      '',
      `The link works once, for ${invitation.days} days.`,
      '',
    ].join('\n'),
  }
}

/** What a grant makes of somebody, in words. */
export function whatItIs(role: Grant['role'], force: string | null, neighbourhood: string | null): string {
  if (role === 'admin') return 'an administrator of this service'
  if (role === 'supervisor') return `a supervisor of ${force}`
  return `an officer of ${neighbourhood}, ${force}`
}
