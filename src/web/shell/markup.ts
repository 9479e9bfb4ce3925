import type { html } from 'hono/html'

/** Escaped HTML, ready to be put into other HTML. */
export type Markup = ReturnType<typeof html>
