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
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    send: async (letter) => {
      const { message } = await transport.sendMail({ from, ...letter })
      await mkdir(outbox, { recursive: true, mode: 0o700 })
      const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.eml`
      await writeFile(join(outbox, name), message as Buffer, { mode: 0o600 })
    },
  }
}
