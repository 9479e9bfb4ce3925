/** A form of a page, as a browser would send it without anybody touching it. */
export interface PageForm {
  /** The path it is sent to; empty where that is the page itself. */
  readonly action: string
  /** What its fields hold, in their order. */
  readonly filled: readonly (readonly [string, string])[]
  /** The names of all its fields, with the values there are to choose from, where there are any. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
}

/** The form of a page that has all these fields. Throws where it has none. */
export function formWith(text: string, ...names: readonly string[]): PageForm {
  const found = formsOf(text).find(({ fields }) => names.every((name) => fields.has(name)))
  if (found) return found
  const all = formsOf(text).map(({ fields }) => [...fields.keys()].join(' '))
  throw new Error(`no form asks for ${names.join(' ')}, but ${all.join(' | ')}`)
}

/**
 * A form with what somebody types into it: all else stays as it was shown. Throws for a field that the form does not have, and
 * for a choice that it does not offer.
 */
export function typedInto(
  { filled, fields }: PageForm,
  typed: Readonly<Record<string, string | readonly string[]>>,
): URLSearchParams {
  for (const [name, value] of Object.entries(typed)) {
    const choices = fields.get(name)
    if (!choices) throw new Error(`the form has no field ${name}: ${[...fields.keys()].join(' ')}`)
    for (const one of typeof value === 'string' ? [value] : value)
      if (choices.size > 0 && !choices.has(one))
        throw new Error(`${name} offers ${[...choices].join(', ')}, not ${one}`)
  }
  const untouched = filled
    .filter(([name]) => !(name in typed))
    .map(([name, value]) => [name, value])
  const own = Object.entries(typed).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => [name, one]),
  )
  return new URLSearchParams([...untouched, ...own])
}

/** Every form of a page that is sent by POST. */
export function formsOf(text: string): readonly PageForm[] {
  return [...text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, own = '']) => attributesOf(own)['method'] === 'post')
    .map(([, own = '', inner = '']) => {
      const filled: (readonly [string, string])[] = []
      const fields = new Map<string, Set<string>>()
      for (const field of fieldsOf(inner)) {
        const choices = fields.get(field.name) ?? new Set<string>()
        fields.set(field.name, choices)
        for (const choice of field.choices) choices.add(choice)
        if (field.sent !== undefined) filled.push([field.name, field.sent])
      }
      return { action: attributesOf(own)['action'] ?? '', filled, fields }
    })
}

interface FormField {
  readonly name: string
  /** What is sent of it untouched; undefined where nothing is. */
  readonly sent: string | undefined
  readonly choices: readonly string[]
}

function fieldsOf(inner: string): readonly FormField[] {
  const controls =
    /<input\b([^>]*)>|<select\b([^>]*)>([\s\S]*?)<\/select>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<button\b([^>]*)>/g
  return [...inner.matchAll(controls)].flatMap(
    ([, input, select, options, area, words, button]) => {
      if (input !== undefined) return inputOf(attributesOf(input))
      if (select !== undefined) return selectOf(attributesOf(select)['name'] ?? '', options ?? '')
      if (area !== undefined) {
        const sent = decoded(words ?? '')
        return [{ name: attributesOf(area)['name'] ?? '', sent, choices: [] }]
      }
      const { name, value = '' } = attributesOf(button ?? '')
      return name === undefined ? [] : [{ name, sent: undefined, choices: [value] }]
    },
  )
}

function inputOf(given: Readonly<Record<string, string>>): readonly FormField[] {
  const { name = '', type = 'text', value = 'on' } = given
  if (name === '') return []
  if (type === 'radio' || type === 'checkbox')
    return [{ name, sent: 'checked' in given ? value : undefined, choices: [value] }]
  return [{ name, sent: given['value'] ?? '', choices: [] }]
}

function selectOf(name: string, options: string): readonly FormField[] {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, own = '']) => attributesOf(own))
  const chosen = all.find((one) => 'selected' in one) ?? all[0]
  const choices = all.map(({ value = '' }) => value)
  return [{ name, sent: chosen?.['value'] ?? '', choices }]
}

function attributesOf(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      decoded(value),
    ]),
  )
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
