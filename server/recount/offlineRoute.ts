import { Router } from 'express'
import { offlineFile } from './offlineFile.ts'

/** /recount.html: the page as one file, to be kept; `vite build` writes it. */
export function recountFile(): Router {
  const router = Router()
  router.get('/recount.html', (_request, response, next) => {
    response.download(offlineFile, 'recount.html', { headers: { 'Cache-Control': 'public, no-cache' } }, (error) => {
      if (error && !response.headersSent) next()
    })
  })
  return router
}
