import type { AgendaItem } from '../../../shared/live/state.ts'
import { OnceField } from '../form/OnceField.tsx'
import { Island } from '../Island.tsx'
import { usePage } from '../page.ts'
import { panelNames } from './panelNames.ts'

interface Props {
  items: readonly AgendaItem[]
  /** Address of the meeting's desk; the items' own stand under it. */
  desk: string
  /** Whether the agenda can still be changed. */
  isOpen: boolean
}

/** The agenda on the team's own page. Buttons move an item up and down; with script it can also be dragged. */
export function AgendaToOrder({ items, desk, isOpen }: Props) {
  const list = (
    <ol class="patch-order">
      {items.map((item, index) => (
        <Item
          key={item.id}
          item={item}
          desk={desk}
          isOpen={isOpen}
          isFirst={index === 0}
          isLast={index === items.length - 1}
        />
      ))}
    </ol>
  )
  if (!isOpen || items.length < 2) return list
  return (
    <Island name="AgendaOrder" props={{ once: usePage().once ?? '' }} when="load">
      {list}
      <p class="govuk-visually-hidden" role="status" />
    </Island>
  )
}

interface ItemProps {
  item: AgendaItem
  desk: string
  isOpen: boolean
  isFirst: boolean
  isLast: boolean
}

function Item({ item, desk, isOpen, isFirst, isLast }: ItemProps) {
  const { t } = usePage()
  const url = `${desk}/items/${item.id}`
  return (
    <li class="patch-order__item" id={`item-${item.id}`} data-move={`${url}/move`}>
      <div class="patch-order__words">
        <p class="patch-order__title" data-title>
          {item.title}
        </p>
        {item.titleWelsh && (
          <p class="patch-order__welsh" lang="cy">
            {item.titleWelsh}
          </p>
        )}
        <p class="patch-order__facts">
          {[t(`live:kind_${item.kind}`), `${item.plannedMinutes} minutes`, item.lead].filter(Boolean).join(' · ')}
        </p>
        {item.shows.length > 0 && (
          <p class="patch-order__facts">Shows: {item.shows.map((panel) => panelNames[panel]).join('; ')}</p>
        )}
        {item.documents.map((document) => (
          <p class="patch-order__facts" key={document.url}>
            <a class="govuk-link" href={document.url}>
              {document.title}
            </a>
          </p>
        ))}
      </div>
      {isOpen && (
        <div class="patch-order__acts">
          <Move url={url} to="up" title={item.title} isOff={isFirst} />
          <Move url={url} to="down" title={item.title} isOff={isLast} />
          <a class="govuk-link" href={url}>
            Change<span class="govuk-visually-hidden">: {item.title}</span>
          </a>
        </div>
      )}
    </li>
  )
}

/** A button that moves an item by one place. The first cannot go up, nor the last down. */
function Move({ url, to, title, isOff }: { url: string; to: 'up' | 'down'; title: string; isOff: boolean }) {
  return (
    <form method="post" action={`${url}/move`} class="patch-inline-form">
      <OnceField />
      <button type="submit" class="patch-order__move" name="to" value={to} disabled={isOff}>
        <span aria-hidden="true">{to === 'up' ? '↑' : '↓'}</span>
        <span class="govuk-visually-hidden">
          Move {to}: {title}
        </span>
      </button>
    </form>
  )
}
