import { defineConfig } from 'vite'

const server = `ws://localhost:${process.env.PORT ?? 8081}`
const proxy = { '/walk': { target: server, ws: true } }

export default defineConfig({
  server: { proxy },
  preview: {
    proxy,
    // As strict as the engine can live with: no written styles, no eval, nothing from elsewhere. WASM is the walls.
    headers: { 'content-security-policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; object-src 'none'" },
  },
  // Found by itself only when the worker starts, its packages would make the first page load twice.
  optimizeDeps: { entries: ['index.html', 'src/*.worker.ts'] },
  // The simulation's worker loads its walls when they are needed: it comes in several files.
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 },
})
