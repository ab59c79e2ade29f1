import type { CommandInput } from '../../../shared/live/commands.ts'

/** What outlives a reload: sessionStorage, or a test's own. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Commands that the server has not answered yet, in order. They outlive a reload; sent again, the same id counts once. */
export class Outbox {
  private readonly kept: Kept
  private readonly key: string
  private commands: CommandInput[]

  constructor(kept: Kept, key: string) {
    this.kept = kept
    this.key = key
    this.commands = this.read()
  }

  get size(): number {
    return this.commands.length
  }

  get first(): CommandInput | undefined {
    return this.commands[0]
  }

  add(command: CommandInput): void {
    this.commands.push(command)
    this.write()
  }

  remove(id: string): void {
    this.commands = this.commands.filter((command) => command.id !== id)
    this.write()
  }

  private read(): CommandInput[] {
    try {
      const list: unknown = JSON.parse(this.kept.getItem(this.key) ?? '[]')
      return Array.isArray(list) ? list : []
    } catch {
      return []
    }
  }

  private write(): void {
    try {
      if (this.commands.length === 0) this.kept.removeItem(this.key)
      else this.kept.setItem(this.key, JSON.stringify(this.commands))
    } catch {
      // A browser that keeps nothing still sends.
    }
  }
}
