import { defineConfig } from 'vite'

export default defineConfig({
  base: '/',
  publicDir: 'client/public',
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
