/**
 * A part of a page that is asked for when the fold around it is opened: the list of the page its link leads to. Without a
 * script, or where the network fails, the link is the way.
 */
class LatePart extends HTMLElement {
  connectedCallback(): void {
    const fold = this.closest('details')
    fold?.addEventListener('toggle', () => {
      if (fold.open) void this.#load()
    })
  }

  async #load(): Promise<void> {
    const link = this.querySelector('a')
    if (!link || this.hasAttribute('data-asked')) return
    this.setAttribute('data-asked', '')
    this.setAttribute('aria-busy', 'true')
    const list = await this.#listOf(link.href).catch(() => undefined)
    this.removeAttribute('aria-busy')
    if (!list) return this.removeAttribute('data-asked')
    this.prepend(document.adoptNode(list))
  }

  async #listOf(address: string): Promise<Element | undefined> {
    const reply = await fetch(address)
    if (!reply.ok) return undefined
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    const list = page.querySelector('[data-late]') ?? undefined
    for (const heading of list?.querySelectorAll('h2') ?? []) lower(heading)
    return list
  }
}

/** A heading of a page of its own, as one below the heading of the fold. */
function lower(heading: Element): void {
  const lowered = document.createElement('h4')
  lowered.id = heading.id
  lowered.append(...heading.childNodes)
  heading.replaceWith(lowered)
}

customElements.define('late-part', LatePart)
