import { localPath, usePage } from '../../page.ts'
import type { MeetingFacts } from '../facts.ts'

interface Props {
  facts: MeetingFacts
  code: { size: number; path: string }
}

/** How to join: always in the same corner of the projector. Whoever has this page on a phone joins by the address itself. */
export function JoinCorner({ facts, code }: Props) {
  const { t, language } = usePage()
  return (
    <aside class="patch-screen__join" aria-label={t('liveMeeting:joinTitle')}>
      <svg
        class="patch-screen__qr"
        viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`}
        role="img"
        aria-label={t('liveMeeting:screenScan')}
      >
        <rect class="patch-poster__light" x="-4" y="-4" width={code.size + 8} height={code.size + 8} />
        <path class="patch-poster__dark" d={code.path} />
      </svg>
      <p class="patch-screen__how">
        {t('liveMeeting:screenJoin')}{' '}
        <a class="patch-screen__address" href={localPath(language, `/meetings/${facts.id}`)}>
          {facts.joinAddress}
        </a>
      </p>
      <p class="patch-screen__code">
        <span class="patch-screen__code-label">{t('liveMeeting:screenCode')}</span> {facts.joinCode}
      </p>
    </aside>
  )
}
