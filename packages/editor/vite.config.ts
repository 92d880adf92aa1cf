/** How the editor is bundled: static files from the server's own origin, so that a strict content policy holds. */

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // Two copies of Yjs would not know each other's types.
  resolve: { dedupe: ['yjs', 'y-protocols', 'lib0', 'react', 'react-dom'] },
  worker: { format: 'es' },
  build: {
    target: 'es2024',
    // Data addresses would need `font-src data:` in the content policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    // Libraries change seldom: a browser keeps them when only our own code is new.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/ }] } } },
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:8080', '/sync': { target: 'ws://localhost:8080', ws: true } } },
})
