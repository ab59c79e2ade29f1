import { randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/** A page is shared for so long: its clock and its count of devices are no older. */
const sharedMs = 1000

/** Pages that many open in the same moment: rendered once, and given to each with a `once` of its own. */
export class SharedPages {
  private readonly pages = new LRUCache<string, Promise<string>>({ max: 100, ttl: sharedMs })
  /** Stands in the kept page where the `once` of each goes. */
  private readonly place = randomUUID()

  /**
   * @param key names what the page depends on
   * @param render makes the page with a `once`
   */
  async get(key: string, render: (once: string) => Promise<string>): Promise<string> {
    let page = this.pages.get(key)
    if (!page) {
      page = render(this.place)
      this.pages.set(key, page)
      page.catch(() => this.pages.delete(key))
    }
    return (await page).replaceAll(this.place, randomUUID())
  }
}
