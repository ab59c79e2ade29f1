import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins'
import type { Database } from '../database/database.ts'

/** How long a sign-in link works; shorter than the time in which letters to one address are counted would lock people out. */
export const linkMinutes = 30
const sessionDays = 14
const secondsPerDay = 86_400

/** A sign-in link on its way to whoever asked for it. */
export type SendLink = (link: { email: string; token: string; next?: string }) => Promise<void>

/**
 * Signing in: better-auth over our own tables. Links are kept as hashes and sign in once; nobody can make an account of their own.
 * @param publicUrl address at which people reach the service; passkeys are bound to its host
 */
export function createAuth(database: Database, publicUrl: string, secret: string, sendLink: SendLink) {
  return betterAuth({
    baseURL: publicUrl,
    basePath: '/auth',
    secret,
    // No transactions of better-auth's own: the embedded database has one connection (docs/decisions/0002).
    database: { db: database.kysely as never, type: 'postgres', transaction: false },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sign_in_session',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: sessionDays * secondsPerDay,
      updateAge: secondsPerDay,
    },
    account: {
      modelName: 'sign_in_account',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'sign_in_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    trustedOrigins: [publicUrl],
    // Our own limits stand before these routes (web/limits.ts), and no network address is stored.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'our-patch',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      magicLink({
        storeToken: 'hashed',
        disableSignUp: true,
        expiresIn: linkMinutes * 60,
        sendMagicLink: ({ email, token, metadata }) => {
          const { next, deliver } = (metadata ?? {}) as { next?: unknown; deliver?: unknown }
          if (typeof deliver === 'function') return deliver(token)
          return sendLink({ email, token, ...(typeof next === 'string' ? { next } : {}) })
        },
      }),
      passkey({
        rpID: new URL(publicUrl).hostname,
        rpName: 'Our Patch',
        origin: publicUrl,
        schema: {
          passkey: {
            modelName: 'passkey',
            fields: {
              publicKey: 'public_key',
              userId: 'person_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

/**
 * Makes a sign-in link without a letter: for whoever has shown in another way that they are that person.
 * @param email of somebody who is there
 * @returns the link's token
 */
export async function makeLinkToken(auth: Auth, email: string): Promise<string> {
  let made = ''
  const deliver = async (token: string) => {
    made = token
  }
  await auth.api.signInMagicLink({ body: { email, metadata: { deliver } }, headers: new Headers() })
  return made
}
