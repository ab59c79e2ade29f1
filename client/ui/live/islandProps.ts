import type { Dictionary } from '../../../shared/i18n/dictionary.ts'
import type { Language } from '../../../shared/i18n/texts.ts'
import type { FollowedMeeting } from './facts.ts'
import type { LiveSetting } from './setting.ts'

/** What a live page is written with: all that the browser needs to go on from there. */
export interface LiveIslandProps extends FollowedMeeting {
  language: Language
  words: Dictionary
  setting: Omit<LiveSetting, 'live'>
  /** The projector's code: its width in modules, and a path over those that are dark. */
  code?: { size: number; path: string }
}

/** What goes to the browser: without the markup of panels and map, which stands in the page already. */
export function forBrowser(props: LiveIslandProps): LiveIslandProps {
  return withMarkup(props, () => '')
}

/** The same in the browser, with panels and map as the page holds them. */
export function withDrawnParts(element: HTMLElement, props: LiveIslandProps): LiveIslandProps {
  return withMarkup(props, (part) => element.querySelector(part)?.innerHTML)
}

function withMarkup(props: LiveIslandProps, markupOf: (part: string) => string | undefined): LiveIslandProps {
  const { panel, placeMap, ...setting } = props.setting
  const panelHtml = panel && (markupOf('.patch-panel') ?? panel.html)
  const mapHtml = placeMap === undefined ? undefined : (markupOf('.patch-live__map') ?? placeMap)
  return {
    ...props,
    setting: {
      ...setting,
      ...(panel && panelHtml !== undefined ? { panel: { ...panel, html: panelHtml } } : {}),
      ...(mapHtml === undefined ? {} : { placeMap: mapHtml }),
    },
  }
}
