import { describe, expect, it } from 'vitest'
import { ConfigError, loadConfig } from './config.ts'

const server = { DATABASE_URL: 'postgres://patch@localhost/patch', SECRET: 'x'.repeat(32) }

describe('settings', () => {
  it('need nothing: the embedded database with the demo force on port 3000', () => {
    const config = loadConfig({})
    expect(config).toMatchObject({ port: 3000, publicUrl: 'http://localhost:3000', databaseUrl: undefined, demo: true })
  })

  it('leave the demo force out beside a database server unless asked', () => {
    expect(loadConfig(server).demo).toBe(false)
    expect(loadConfig({ ...server, DEMO: 'on' }).demo).toBe(true)
    expect(loadConfig({ DEMO: 'off' }).demo).toBe(false)
  })

  it('take an empty variable as not set', () => {
    expect(loadConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: undefined, port: 3000 })
  })

  it('name everything that is wrong in one go', () => {
    const wrong = () => loadConfig({ PORT: 'http', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', PUBLIC_URL: 'patch' })
    expect(wrong).toThrow(ConfigError)
    try {
      wrong()
    } catch (error) {
      expect((error as ConfigError).problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
        'DATABASE_URL',
        'LOG_LEVEL',
        'PORT',
        'PUBLIC_URL',
        'SECRET',
      ])
    }
  })

  it('refuse a database server without a secret', () => {
    expect(() => loadConfig({ DATABASE_URL: server.DATABASE_URL })).toThrow(/SECRET/)
  })
})
