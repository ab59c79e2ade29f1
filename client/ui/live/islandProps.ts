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

/** What goes to the browser: without the panels' markup, which stands in the page already. */
export function forBrowser(props: LiveIslandProps): LiveIslandProps {
  const { panel } = props.setting
  return panel ? { ...props, setting: { ...props.setting, panel: { ...panel, html: '' } } } : props
}

/** The same in the browser, with the panels as the page holds them. */
export function withPanels(element: HTMLElement, props: LiveIslandProps): LiveIslandProps {
  const { panel } = props.setting
  const html = element.querySelector('.patch-panel')?.innerHTML
  return panel && html !== undefined ? { ...props, setting: { ...props.setting, panel: { ...panel, html } } } : props
}
