import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'
import { LRUCache } from 'lru-cache'
import type { Context } from '../context.ts'

const compress = promisify(gzip)

/** An answer that depends only on its address and the versions of data and pages; and on the time, when it says until when it is good. */
export interface Answer {
  status?: number
  type: string
  body: string | Uint8Array
  /** How long a browser may keep it without asking; addresses that carry the data version may be kept for good. */
  cacheControl: string
  /** From when on it has to be made again though nothing was changed: it shows what comes next. */
  goodUntil?: Date | undefined
  /** false once something that it shows has moved though the versions have not: see countChanges.ts. */
  isGood?: (() => boolean) | undefined
}

interface KeptAnswer {
  status: number
  type: string
  cacheControl: string
  etag: string
  plain: Uint8Array
  compressed: Uint8Array | undefined
  goodUntil: Date | undefined
  isGood: (() => boolean) | undefined
}

/** Ask again each time, by ETag: for pages, whose address stays while the data move. */
export const askAgain = 'public, no-cache'
/** For addresses that carry the data version: what they hold never changes. */
export const forGood = 'public, max-age=31536000, immutable'

const keptBytes = 96 * 1024 * 1024
const worthCompressingBytes = 600

/**
 * Answers from memory what was answered before for the same versions; makes it once however many ask at a time.
 * @param kind label in the metrics: 'page', 'tile' …
 * @param make gives the answer of a request; undefined passes the request on; what it throws goes to the error handler
 * @param beside what an answer depends on beside its address and the versions, in a word; what it throws goes to the error handler
 */
export function cachedAnswers(
  context: Context,
  kind: string,
  make: (request: Request) => Promise<Answer | undefined>,
  beside?: (request: Request) => Promise<string>,
): RequestHandler {
  const kept = storeOf(context)
  const underWay = new Map<string, Promise<KeptAnswer | undefined>>()
  return async (request, response, next) => {
    // Tiles hold figures and outlines only; everything else may show what a team has published.
    const pages = kind === 'tile' ? '' : await context.pageVersion()
    const also = beside ? ` ${await beside(request)}` : ''
    const key = `${kind} ${await context.dataVersion()}.${pages} ${request.originalUrl}${also}`
    const found = kept.get(key)
    const isOver = found?.goodUntil && found.goodUntil <= context.clock()
    const held = isOver || found?.isGood?.() === false ? undefined : found
    context.metrics.cachedAnswers.inc({ kind, result: held ? 'hit' : 'miss' })
    if (held) return send(request, response, held)
    const joined = await underWay.get(key)
    // What somebody else had asked for may have been read before what this request is to show; what is under way by then was not.
    const answer = joined && joined.isGood?.() !== false ? joined : await (underWay.get(key) ?? begin(key, request))
    if (!answer) return next()
    if (answer.status < 400) kept.set(key, answer)
    send(request, response, answer)
  }

  function begin(key: string, request: Request): Promise<KeptAnswer | undefined> {
    const making = make(request)
      .then((answer) => answer && keepable(answer))
      .finally(() => underWay.delete(key))
    underWay.set(key, making)
    return making
  }
}

const stores = new WeakMap<Context, LRUCache<string, KeptAnswer>>()

/** One store a process, so that pages and tiles share its bound. */
function storeOf(context: Context): LRUCache<string, KeptAnswer> {
  let store = stores.get(context)
  if (!store) {
    store = new LRUCache({
      maxSize: keptBytes,
      sizeCalculation: (answer, key) =>
        answer.plain.byteLength + (answer.compressed?.byteLength ?? 0) + key.length + 200,
    })
    stores.set(context, store)
  }
  return store
}

async function keepable(answer: Answer): Promise<KeptAnswer> {
  const plain = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body
  return {
    status: answer.status ?? 200,
    type: answer.type,
    cacheControl: answer.cacheControl,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    compressed: isWorthCompressing(answer.type, plain) ? await compress(plain, { level: 6 }) : undefined,
    goodUntil: answer.goodUntil,
    isGood: answer.isGood,
  }
}

/** Photos are compressed as they are. */
function isWorthCompressing(type: string, plain: Uint8Array): boolean {
  return plain.byteLength > worthCompressingBytes && type !== 'image/jpeg'
}

function send(request: Request, response: Response, answer: KeptAnswer): void {
  response.status(answer.status)
  response.setHeader('Content-Type', answer.type)
  response.setHeader('Cache-Control', answer.cacheControl)
  response.setHeader('ETag', answer.etag)
  response.vary('Accept-Encoding')
  if (answer.status === 200 && matches(request.headers['if-none-match'], answer.etag)) {
    response.status(304).removeHeader('Content-Type')
    response.end()
    return
  }
  const zipped = answer.compressed && request.acceptsEncodings('gzip') ? answer.compressed : undefined
  if (zipped) response.setHeader('Content-Encoding', 'gzip')
  const body = zipped ?? answer.plain
  response.setHeader('Content-Length', body.byteLength)
  if (request.method === 'HEAD') response.end()
  else response.end(body)
}

function matches(asked: string | undefined, etag: string): boolean {
  if (!asked) return false
  return asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
}
