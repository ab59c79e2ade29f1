import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type Transporter } from 'nodemailer'
import type { Config } from '../config.ts'

/** A letter in plain text: links show where they lead, and nothing is fetched when it is opened. */
export interface Letter {
  to: string
  subject: string
  text: string
}

/** Sends letters. */
export interface Mailer {
  /** @throws when the mail server does not take it */
  send(letter: Letter): Promise<void>
}

/** Sends through SMTP_URL, or without it writes each letter as a file to DATA_DIR/outbox, readable by the service alone. */
export function createMailer(config: Pick<Config, 'smtpUrl' | 'dataDirectory' | 'publicUrl'>): Mailer {
  const from = { name: 'Our Patch', address: `no-reply@${new URL(config.publicUrl).hostname}` }
  if (config.smtpUrl) {
    const transport: Transporter = createTransport(config.smtpUrl)
    return { send: async (letter) => void (await transport.sendMail({ from, ...letter })) }
  }
  const outbox = join(config.dataDirectory, 'outbox')
  return {
    send: async (letter) => {
      await mkdir(outbox, { recursive: true, mode: 0o700 })
      const now = new Date()
      const name = `${now.toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.eml`
      await writeFile(join(outbox, name), plainMessage(from, letter, now), { mode: 0o600 })
    },
  }
}

/** A letter as a file that mail programs open (RFC 5322, 6532) and people can read: its links stand whole on their lines. */
function plainMessage(from: { name: string; address: string }, { to, subject, text }: Letter, now: Date): string {
  const oneLine = (value: string) => value.replace(/\s+/g, ' ')
  return [
    `From: ${from.name} <${from.address}>`,
    `To: ${oneLine(to)}`,
    `Subject: ${oneLine(subject)}`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
  ].join('\n')
}
