import type { ComponentChildren } from 'preact'
import { usePage } from './page.ts'

/** Words that a force wrote, which are English: marked so on a Welsh page, for those who have it read out. */
export function ForceWords({ children }: { children: ComponentChildren }) {
  const { language } = usePage()
  return language === 'en' ? children : <span lang="en">{children}</span>
}
