/** What Vite adds to the language: imports of styles and assets. */
/// <reference types="vite/client" />
