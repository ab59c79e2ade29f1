import { ForceWords } from '../ForceWords.tsx'
import { usePage } from '../page.ts'

/** An item's title in the page's language where it has one, else as the team wrote it. */
export function Title({ of }: { of: { title: string; titleWelsh: string } }) {
  const { language } = usePage()
  return language === 'cy' && of.titleWelsh ? of.titleWelsh : <ForceWords>{of.title}</ForceWords>
}
