import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createMailer } from './mailer.ts'

it('writes letters whole, readable by the service alone, where there is no mail server', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'outbox-'))
  const mailer = createMailer({ smtpUrl: undefined, dataDirectory, publicUrl: 'https://patch.example' })
  const link = `https://patch.example/sign-in/link?token=${'x'.repeat(90)}`
  await mailer.send({
    to: 'nia@dogger.example',
    subject: 'Eich neges\nBcc: nobody@dogger.example',
    text: `Ŵy:\n\n${link}\n`,
  })
  const [name = ''] = await readdir(join(dataDirectory, 'outbox'))
  const path = join(dataDirectory, 'outbox', name)
  const letter = await readFile(path, 'utf8')
  expect(letter.split('\n')).toContain(link)
  expect(letter).toContain('Ŵy:')
  expect(letter).toMatch(
    /^From: Our Patch <no-reply@patch\.example>\nTo: nia@dogger\.example\nSubject: Eich neges Bcc: /,
  )
  expect((await stat(path)).mode & 0o077).toBe(0)
})
