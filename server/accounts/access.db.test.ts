import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { signIn } from '../../test/support/signIn.ts'

onBothDatabases('accounts', (database) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(database())
  })
  afterAll(() => app.close())

  describe('signing in', () => {
    it('works by a link, once', async () => {
      const person = await signIn(app, [{ role: 'admin', forceId: null, neighbourhoodId: null }])
      expect(person.cookie).toContain('our-patch')
      const session = await app.context.auth.api.getSession({ headers: new Headers({ cookie: person.cookie }) })
      expect(session?.user.email).toBe(person.email)
    })
  })
})
