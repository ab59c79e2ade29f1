import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What /metrics tells: the process's own figures, requests by route, cached pages by hit and miss. */
export interface Metrics {
  registry: Registry
  requestSeconds: Histogram<'method' | 'route' | 'status'>
  cachedAnswers: Counter<'kind' | 'result'>
}

/** Makes a registry of its own, so that several apps can live in one test process. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from a request to the end of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
    cachedAnswers: new Counter({
      name: 'cached_answers_total',
      help: 'Answers looked for in memory, by what they are and whether they were there',
      labelNames: ['kind', 'result'],
      registers: [registry],
    }),
  }
}
