/** Where the list is kept on this device, by who asked for it. Nothing else is ever kept there. */
const name = 'trialway-list'

/** The studies that are kept on this device; undefined where nobody asked for that, or the browser refuses. */
export function deviceList(): readonly string[] | undefined {
  try {
    const text = localStorage.getItem(name)
    return text === null ? undefined : text.split(',').filter(isStudyNumber)
  } catch {
    return undefined
  }
}

/** Keeps a list on this device. False where the browser refuses. */
export function keepOnDevice(ids: readonly string[]): boolean {
  try {
    localStorage.setItem(name, [...new Set(ids)].join(','))
    return true
  } catch {
    return false
  }
}

/** Forgets it. */
export function forgetOnDevice(): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // A browser that refuses keeps nothing.
  }
}

/** The studies that an address keeps. */
export function keptInAddress(query: URLSearchParams): readonly string[] {
  const written = [...query.getAll('keep'), ...query.getAll('ids')].flatMap((text) =>
    text.split(','),
  )
  return [...new Set(written.filter(isStudyNumber))]
}

/** Shows in the line at the top how many studies are kept, and where they are. */
export function showKept(ids: readonly string[]): void {
  const link = document.querySelector<HTMLAnchorElement>('.top a.mine')
  if (!link) return
  const address = new URL(link.href)
  if (ids.length > 0) address.searchParams.set('ids', ids.join(','))
  else address.searchParams.delete('ids')
  link.href = address.href.replaceAll('%2C', ',')
  link.classList.toggle('mine-empty', ids.length === 0)
  for (const old of link.querySelectorAll('.count, .unseen')) old.remove()
  link.removeAttribute('aria-label')
  if (ids.length === 0) return
  if (!link.querySelector('.long'))
    link.replaceChildren(ribbon(), spanOf('long', link.textContent.trim()))
  link.append(spanOf('count', String(ids.length)))
  link.setAttribute('aria-label', `${link.querySelector('.long')?.textContent} ${ids.length}`)
}

function spanOf(name: string, text: string): HTMLElement {
  const span = document.createElement('span')
  span.className = name
  span.textContent = text
  return span
}

/** The sign that stands for the list where there is little room, as the server draws it. */
function ribbon(): Element {
  const space = document.querySelector('.brand svg')?.namespaceURI ?? null
  const sign = document.createElementNS(space, 'svg')
  const path = document.createElementNS(space, 'path')
  for (const [name, value] of Object.entries({ viewBox: '0 0 16 20', width: '15', height: '19' }))
    sign.setAttribute(name, value)
  sign.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', 'M2 1h12v18l-6-4.5-6 4.5Z')
  sign.append(path)
  return sign
}

function isStudyNumber(text: string): boolean {
  return /^NCT\d{8}$/.test(text)
}
