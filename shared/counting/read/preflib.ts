import type { ReadBallots } from './fault.ts'
import { FaultList } from './faultList.ts'
import { RankingGroups } from './groups.ts'
import { splitLines } from './lines.ts'
import { wholeNumber } from './numbers.ts'
import { type NamedOption, withDistinctIds } from './optionIds.ts'
import { type OrderKind, OrderReader, orderKinds } from './preflibOrders.ts'
import { mostOptions, Tally } from './tally.ts'

interface Head {
  title: string | null
  kind: OrderKind
  names: NamedOption[]
  /** What the file says of its own orders; null where it says nothing. */
  voters: { said: number; line: number } | null
  unique: { said: number; line: number } | null
  /** The first line of the orders, from nought. */
  from: number
  separator: ':' | ','
}

/**
 * PrefLib's files of orders, in the form of PrefLib's FORMAT_SPECIFICATION.md ("File Formats for Ordinal Preferences") and in
 * the one before 2022: number of alternatives, their names, `voters,sum,unique`, then `count,order`.
 *
 * @param extension of the file's name, in small letters; it tells the kind of a file of the old form
 */
export function readPreflib(text: string, extension: string | null): ReadBallots {
  const faults = new FaultList()
  const remarks = new FaultList()
  const lines = splitLines(text)
  const first = lines.findIndex((line) => line.trim() !== '')
  const head = lines[first]?.trimStart().startsWith('#')
    ? presentHead(lines, extension, faults)
    : oldHead(lines, first, extension, faults)
  if (!head) return { ok: false, faults: faults.list }

  const options = withDistinctIds(head.names, remarks)
  const groups = new RankingGroups()
  const tally = new Tally(faults)
  const orders = new OrderReader(head.kind, options.length, faults)
  for (let at = head.from; at < lines.length; at++) {
    const line = lines[at]!
    if (line.trim() === '') continue
    if (line.trimStart().startsWith('#')) {
      faults.add(at + 1, 'preflibMetadataLate')
      continue
    }
    const end = line.indexOf(head.separator)
    const countText = (end < 0 ? line : line.slice(0, end)).trim()
    const count = wholeNumber(countText)
    if (count === null || count < 1) {
      faults.add(at + 1, 'preflibCount', { value: countText, separator: head.separator })
      continue
    }
    if (end < 0) {
      faults.add(at + 1, 'preflibNoOrder', { separator: head.separator })
      continue
    }
    const order = orders.read(line, end + 1, at + 1)
    if (order && tally.add(count, at + 1)) groups.add(order.options, order.ranks, count)
  }
  if (!faults.any && tally.total === 0) faults.add(null, 'noBallots')
  if (faults.any) return { ok: false, faults: faults.list }

  if (head.voters && head.voters.said !== tally.total)
    remarks.add(head.voters.line, 'preflibVoters', { said: head.voters.said, found: tally.total })
  if (head.unique && head.unique.said !== groups.size)
    remarks.add(head.unique.line, 'preflibUnique', { said: head.unique.said, found: groups.size })
  return {
    ok: true,
    election: {
      title: head.title,
      options,
      ballots: { form: 'ranking', longest: null, ballots: groups.list },
      budget: null,
      declared: { method: null, seats: null, seed: null, completion: null },
      claimed: null,
    },
    remarks: remarks.list,
  }
}

function presentHead(lines: readonly string[], extension: string | null, faults: FaultList): Head | null {
  const metadata = new Map<string, { value: string; line: number }>()
  let from = 0
  for (; from < lines.length; from++) {
    const line = lines[from]!.trim()
    if (line === '') continue
    if (!line.startsWith('#')) break
    const colon = line.indexOf(':')
    if (colon < 0) continue
    const key = line.slice(1, colon).trim().toUpperCase()
    if (metadata.has(key)) faults.add(from + 1, 'preflibKeyTwice', { key })
    else metadata.set(key, { value: line.slice(colon + 1).trim(), line: from + 1 })
  }
  const type = metadata.get('DATA TYPE')
  const kind = kindOf(type?.value.toLowerCase() || knownExtension(extension), type?.line ?? null, faults)
  const number = (key: string): { said: number; line: number } | null => {
    const found = metadata.get(key)
    if (!found || found.value === '') return null
    const said = wholeNumber(found.value)
    if (said === null) faults.add(found.line, 'preflibNumber', { key, value: found.value })
    return said === null ? null : { said, line: found.line }
  }
  const voters = number('NUMBER VOTERS')
  const unique = number('NUMBER UNIQUE ORDERS')
  const alternatives = number('NUMBER ALTERNATIVES')
  if (!alternatives) faults.add(null, 'preflibNoAlternatives')
  if (!kind || !alternatives || !mayHave(alternatives.said, alternatives.line, faults)) return null

  const names: NamedOption[] = []
  for (let number = 1; number <= alternatives.said; number++) {
    const name = metadata.get(`ALTERNATIVE NAME ${number}`)
    if (!name?.value) faults.add(name?.line ?? null, 'preflibNoName', { number })
    else names.push(named(name.value, name.line))
  }
  for (const [key, { line }] of metadata) {
    const number = key.startsWith('ALTERNATIVE NAME ') ? wholeNumber(key.slice(17)) : 1
    if (number === null || number < 1 || number > alternatives.said)
      faults.add(line, 'preflibNameNumber', { key, most: alternatives.said })
  }
  if (names.length < alternatives.said) return null
  return { title: metadata.get('TITLE')?.value || null, kind, names, voters, unique, from, separator: ':' }
}

function oldHead(lines: readonly string[], first: number, extension: string | null, faults: FaultList): Head | null {
  const known = knownExtension(extension)
  const kind = known === null ? 'toi' : kindOf(known, null, faults)
  const number = wholeNumber((lines[first] ?? '').trim())
  if (number === null) faults.add(first + 1, 'preflibOldFirst', { value: (lines[first] ?? '').trim() })
  if (!kind || number === null || !mayHave(number, first + 1, faults)) return null

  const names: (NamedOption | undefined)[] = new Array(number)
  let at = first + 1
  for (let named = 0; named < number; at++) {
    const line = lines[at]
    if (line === undefined) {
      faults.add(null, 'preflibOldNames', { expected: number, found: named })
      return null
    }
    if (line.trim() === '') continue
    named++
    const comma = line.indexOf(',')
    const index = wholeNumber(line.slice(0, Math.max(comma, 0)).trim())
    const name = line.slice(comma + 1).trim()
    if (comma < 0 || index === null || index < 1 || index > number || name === '' || names[index - 1]) {
      faults.add(at + 1, 'preflibOldName', { value: line.trim(), most: number })
      return null
    }
    names[index - 1] = { id: name, name, line: at + 1, withdrawn: false, cost: null }
  }
  while (at < lines.length && lines[at]!.trim() === '') at++
  const sums = (lines[at] ?? '').split(',', 4).map((cell) => wholeNumber(cell.trim()))
  const [voters, sum, unique] = sums
  if (sums.length !== 3 || typeof voters !== 'number' || typeof sum !== 'number' || typeof unique !== 'number') {
    faults.add(at + 1, 'preflibOldSums', { value: (lines[at] ?? '').trim() })
    return null
  }
  return {
    title: null,
    kind,
    names: names as NamedOption[],
    voters: { said: voters, line: at + 1 },
    unique: { said: unique, line: at + 1 },
    from: at + 1,
    separator: ',',
  }
}

/** PrefLib's other kinds, now and before 2022: categories, matchings, and graphs made from orders, which look like orders. */
const otherKinds = ['cat', 'wmd', 'tog', 'mjg', 'wmg', 'pwg']

/** The end of the file's name where it is one of PrefLib's; another one tells nothing. */
function knownExtension(extension: string | null): string | null {
  return extension !== null && [...orderKinds, ...otherKinds].includes(extension) ? extension : null
}

function kindOf(kind: string | null, line: number | null, faults: FaultList): OrderKind | null {
  const order = orderKinds.find((known) => known === kind)
  if (order) return order
  if (kind === 'cat') faults.add(line, 'preflibCategories')
  else if (kind === 'wmd') faults.add(line, 'preflibMatching')
  else if (kind === null) faults.add(line, 'preflibNoKind', { kinds: orderKinds.join(', ') })
  else faults.add(line, 'preflibKind', { kind, kinds: orderKinds.join(', ') })
  return null
}

function mayHave(alternatives: number, line: number, faults: FaultList): boolean {
  if (alternatives >= 1 && alternatives <= mostOptions) return true
  faults.add(line, 'numberOfOptions', { most: mostOptions })
  return false
}

function named(name: string, line: number): NamedOption {
  return { id: name, name, line, withdrawn: false, cost: null }
}
