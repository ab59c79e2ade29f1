import { defineConfig } from 'vite'
import { offlineRecount } from './server/recount/buildOffline.ts'

export default defineConfig({
  base: '/',
  publicDir: 'client/public',
  plugins: [offlineRecount()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    target: 'es2020',
    rollupOptions: { input: ['client/main.ts', 'client/styles/hall.scss'] },
  },
  worker: { format: 'es' },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
})
