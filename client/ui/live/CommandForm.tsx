import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { CommandKind } from '../../../shared/live/commands.ts'
import { detailOf, type FormFields, isFormKind } from '../../../shared/live/formCommands.ts'
import { usePage } from '../page.ts'
import { newUuid } from './newUuid.ts'
import { useLive } from './setting.ts'

interface Props {
  /** A button of the form may name another kind. */
  kind: CommandKind
  /** The form's id, where fields of it stand elsewhere on the page. */
  id?: string
  /** What the form is about where a page has several of a kind. */
  about?: string
  /** Hidden fields. */
  fields?: FormFields
  class?: string
  /** Whether something is typed into it: that is kept on the device until it is sent. */
  isTyped?: boolean
  /** It is stored. */
  onDone?: () => void
  /** It was refused. */
  onRefused?: () => void
  children: ComponentChildren
}

/** A form that sends one command: as a form without script, through the live line with it. A refusal is told in the form. */
export function CommandForm({
  kind,
  about = '',
  fields = {},
  isTyped = false,
  onDone,
  onRefused,
  children,
  ...more
}: Props) {
  const { action, once, refused, live } = useLive()
  const { t } = usePage()
  const form = about ? `${kind} ${about}` : kind
  const element = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState(refused?.form === form ? refused.message : '')
  const [isSending, setIsSending] = useState(false)
  const problemId = useId()

  // In the same breath as the form is drawn live, so that nothing is typed into it before its draft stands there.
  useLayoutEffect(() => {
    if (element.current && isTyped && live) fillIn(element.current, live.drafts.read(form))
  }, [form, isTyped, live])

  const onSubmit = live
    ? async (event: SubmitEvent) => {
        event.preventDefault()
        const sent = element.current
        if (!sent || isSending) return
        const typed = fieldsOf(sent)
        const sentKind = kindOf(event.submitter) ?? kind
        const words = wordsOf(sent)
        const home = sent.closest<HTMLElement>('[data-scope], [tabindex="-1"]')
        setIsSending(true)
        const answer = await live.send(sentKind, detailOf(sentKind, typed, newUuid))
        setIsSending(false)
        keepFocus(home)
        setProblem(answer.ok ? '' : answer.message)
        if (!answer.ok) {
          onRefused?.()
          // That somebody else was first is soon plain to see.
          if (answer.reason === 'moved-already') setTimeout(() => setProblem(''), noticeMs)
          return
        }
        // What was typed meanwhile stays.
        if (isTyped && element.current && sameTexts(wordsOf(element.current), words)) {
          live.drafts.forget(form)
          element.current.reset()
        }
        foldUp(sent)
        onDone?.()
      }
    : undefined
  const onInput =
    live && isTyped ? () => element.current && live.drafts.write(form, fieldsOf(element.current)) : undefined

  return (
    <form
      method="post"
      action={action}
      novalidate
      ref={element}
      aria-busy={isSending}
      {...(onSubmit ? { onSubmit } : {})}
      {...(onInput ? { onInput } : {})}
      {...more}
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="once" value={once} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p class="govuk-error-message patch-live__problem" id={problemId} role="alert" hidden={problem === ''}>
        {problem !== '' && (
          <>
            <span class="govuk-visually-hidden">{t('common:errorPrefix')}</span> {problem}
          </>
        )}
      </p>
      {children}
    </form>
  )
}

/** What was typed into a form that was refused without script. */
export function useTyped(form: string): FormFields {
  const { refused } = useLive()
  return refused?.form === form ? refused.typed : {}
}

const noticeMs = 5000

/** Where the button that was pressed is gone by now, the keyboard goes on from what was around it. */
function keepFocus(home: HTMLElement | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body && home?.isConnected) home.focus({ preventScroll: true })
  })
}

/** A form that was opened to be sent is folded up again. */
function foldUp(form: HTMLFormElement): void {
  const fold = form.parentElement?.parentElement
  if (!(fold instanceof HTMLDetailsElement)) return
  const hadFocus = fold.contains(document.activeElement)
  fold.open = false
  if (hadFocus) fold.querySelector('summary')?.focus({ preventScroll: true })
}

const ownNames = ['kind', 'form', 'once']

function fieldsOf(form: HTMLFormElement): FormFields {
  const fields: Record<string, string> = {}
  for (const [name, value] of new FormData(form))
    if (!ownNames.includes(name) && typeof value === 'string')
      fields[name] = Object.hasOwn(fields, name) ? `${fields[name]} ${value}` : value
  return fields
}

/** Only the fields that stand in the form: boxes of it elsewhere go with what they stand beside. */
function wordsOf(form: HTMLFormElement): FormFields {
  const within = (name: string) => form.querySelector(`[name="${CSS.escape(name)}"]`) !== null
  return Object.fromEntries(Object.entries(fieldsOf(form)).filter(([name]) => within(name)))
}

/** The kind that a button names. */
function kindOf(button: HTMLElement | null): CommandKind | undefined {
  const named = button instanceof HTMLButtonElement && button.name === 'kind' ? button.value : ''
  return isFormKind(named) ? named : undefined
}

function sameTexts(one: FormFields, other: FormFields): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** After a reload browsers put back what stood in a field some letters ago: the draft that goes on from it is the newer one. */
function newer(stands: string, draft: string): string {
  return draft.startsWith(stands) ? draft : stands
}

/** Puts a draft back, where nothing has been typed since. */
function fillIn(form: HTMLFormElement, draft: FormFields | undefined): void {
  for (const [name, value] of Object.entries(draft ?? {})) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLTextAreaElement) field.value = newer(field.value, value)
    else if (field instanceof HTMLSelectElement) field.value = value
    else if (field instanceof HTMLInputElement && field.type === 'checkbox') tick(field, value)
    else if (field instanceof HTMLInputElement && field.type !== 'hidden') field.value = newer(field.value, value)
    else if (field instanceof RadioNodeList) {
      field.value = value
      for (const box of field) if (box instanceof HTMLInputElement && box.type === 'checkbox') tick(box, value)
    }
  }
}

function tick(box: HTMLInputElement, values: string): void {
  box.checked = values.split(' ').includes(box.value)
}
