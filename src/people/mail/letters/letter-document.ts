import { html } from 'hono/html'

/** Escaped HTML, ready to be put into other HTML. */
export type LetterMarkup = ReturnType<typeof html>

/**
 * A mail's HTML: one column of plain elements that screen readers read in order. It names no colours, so
 * that light and dark both stay readable, and loads nothing from anywhere.
 */
export function letterDocument(language: 'en' | 'fr', title: string, body: LetterMarkup): string {
  const document = html`
    <!doctype html>
    <html lang="${language}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${title}</title>
      </head>
      <body style="margin: 0; padding: 16px">
        <main
          style="max-width: 600px; margin: 0 auto; font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif"
        >
          <h1 style="font-size: 22px; line-height: 1.25; margin: 0 0 16px">${title}</h1>
          ${body}
        </main>
      </body>
    </html>
  `
  // A template that waits for nothing is a text already.
  return `${(document as string).toString().trim().replace(/\n\s+/g, '\n')}\n`
}

/** A link to a study by its title; the registry's own is in English, and in another letter marked so. */
export function studyLink(url: string, title: string, isForeign: boolean): LetterMarkup {
  if (!isForeign)
    return html`
      <a href="${url}">${title}</a>
    `
  return html`
    <a href="${url}" lang="en">${title}</a>
  `
}
