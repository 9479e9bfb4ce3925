import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** JSON that may be inside a `<script>`: no text in it can end the script or a line of it. */
export function scriptJson(value: unknown): HtmlEscapedString {
  return raw(JSON.stringify(value).replace(unsafe, escapeOf))
}

const unsafe = /[<>&\u2028\u2029]/g

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
