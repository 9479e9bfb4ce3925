import { html as written } from 'hono/html'

/** Escaped HTML, ready to be put into other HTML. */
export type Markup = ReturnType<typeof written>

/**
 * HTML with its values escaped, without the indent that its lines have in our files and no reader sees: a page is a quarter
 * shorter. Values stay as they are, in a field or a sample too.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  return written(denseOf(strings), ...values)
}

/** As `html`, for what is part of a line: the formatter leaves it in one. */
export function line(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  return html(strings, ...values)
}

const dense = new WeakMap<TemplateStringsArray, TemplateStringsArray>()

/** A template is one object each time it is used: its indent is taken away once. */
function denseOf(strings: TemplateStringsArray): TemplateStringsArray {
  const made = dense.get(strings)
  if (made) return made
  const parts = Object.assign(
    strings.map((part, at) => {
      const lines = part.replace(/\n[ \n]+/g, '\n')
      return at === 0 ? lines.replace(beforeBlock, '') : lines
    }),
    { raw: strings.raw },
  )
  dense.set(strings, parts)
  return parts
}

/** A line that ends before a block says nothing; before words it is a space. */
const beforeBlock =
  /^\n(?=<(?:article|aside|dd|details|div|dl|dt|fieldset|figure|footer|form|h\d|head|header|li|link|main|meta|nav|ol|p|section|table|tbody|td|th|tr|ul)\b)/
