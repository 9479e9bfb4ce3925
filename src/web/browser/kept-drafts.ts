/** What was typed into a form and is not recorded yet: in this tab alone, gone with it or when somebody signs out. */
export interface Draft {
  /** Whose it is: nobody else sees it. */
  readonly who: string
  /** Name and value of each field. */
  readonly fields: readonly (readonly [string, string])[]
  /** It was sent and is not known to have arrived. */
  readonly isSent: boolean
}

const prefix = 'draft '

/** The draft of a form; undefined where there is none, or it is somebody else’s, who then is forgotten. */
export function draftOf(place: string, who: string): Draft | undefined {
  for (const key of draftKeys()) if (readDraft(key)?.who !== who) sessionStorage.removeItem(key)
  return readDraft(prefix + place)
}

/** Keeps a draft; false where the browser keeps nothing. */
export function keepDraft(place: string, draft: Draft): boolean {
  try {
    sessionStorage.setItem(prefix + place, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** Forgets one draft. */
export function dropDraft(place: string): void {
  sessionStorage.removeItem(prefix + place)
}

/** Forgets all of them. */
export function dropDrafts(): void {
  for (const key of draftKeys()) sessionStorage.removeItem(key)
}

function draftKeys(): readonly string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(prefix))
}

function readDraft(key: string): Draft | undefined {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return isDraft(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isDraft(read: unknown): read is Draft {
  return (
    typeof read === 'object' &&
    read !== null &&
    'who' in read &&
    'fields' in read &&
    'isSent' in read &&
    Array.isArray(read.fields)
  )
}
