import type Combobox from '@github/combobox-nav'

interface Suggestions {
  readonly suggestions: readonly { readonly value: string; readonly note: string }[]
  /** How many there are, in the reader's words. */
  readonly announcement: string
}

const pauseMs = 160
let made = 0

/**
 * Makes an ordinary labelled input into a combobox (ARIA 1.2): suggestions below it, chosen with the
 * arrow keys and Enter, closed with Escape. Without this script the input works as it is.
 */
export class SuggestBox extends HTMLElement {
  #timer: number | undefined
  #asked = new AbortController()

  connectedCallback(): void {
    const input = this.querySelector('input')
    const address = this.getAttribute('suggest')
    if (!input || address === null || this.querySelector('[role=listbox]')) return
    const list = this.#addList(input)
    const status = addStatus(this)
    let combobox: Combobox | undefined
    const askNoMore = (): void => {
      window.clearTimeout(this.#timer)
      this.#asked.abort()
    }
    const close = (): void => {
      askNoMore()
      if (!list.hidden) combobox?.stop()
      list.hidden = true
    }
    input.addEventListener('input', () => {
      window.clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void suggest(), pauseMs)
    })
    // What makes it a combobox is fetched by the first who types.
    const suggest = async (): Promise<void> => {
      const { default: Made } = await import('@github/combobox-nav')
      combobox ??= new Made(input, list, { tabInsertsSuggestions: false })
      await this.#suggest(input, address, show)
    }
    const show = ({ suggestions, announcement }: Suggestions): void => {
      close()
      list.replaceChildren(...suggestions.map(optionOf))
      status.textContent = announcement
      if (suggestions.length === 0) return
      list.hidden = false
      combobox?.start()
    }
    list.addEventListener('combobox-commit', (event) => {
      if (event.target instanceof HTMLElement) input.value = event.target.dataset['value'] ?? ''
      close()
    })
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close()
      // Whoever chooses from a list keeps that list: an answer that is still on its way must not change it.
      if (event.key.startsWith('Arrow') && !list.hidden) askNoMore()
    })
    input.addEventListener('blur', () => window.setTimeout(close, pauseMs))
  }

  async #suggest(
    input: HTMLInputElement,
    address: string,
    show: (suggestions: Suggestions) => void,
  ): Promise<void> {
    this.#asked.abort()
    this.#asked = new AbortController()
    const typed = input.value.trim()
    if (typed.length < 2) return show({ suggestions: [], announcement: '' })
    const url = new URL(address, location.href)
    url.searchParams.set('typed', typed)
    // Suggestions only help: when they do not come, the box is an ordinary input.
    const found = await this.suggestionsAt(url, this.#asked.signal).catch(() => undefined)
    if (found && input.value.trim() === typed) show(found)
  }

  /** What our server suggests at an address; undefined when it does not answer well. */
  async suggestionsAt(url: URL, signal?: AbortSignal): Promise<Suggestions | undefined> {
    const answer = await fetch(url, signal ? { signal } : {})
    return answer.ok ? await answer.json() : undefined
  }

  #addList(input: HTMLInputElement): HTMLUListElement {
    const list = document.createElement('ul')
    list.id = `suggestions-${++made}`
    list.className = 'suggestions'
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', this.getAttribute('list') ?? '')
    list.hidden = true
    input.after(list)
    return list
  }
}

/** A line that screen readers read out when it changes. */
export function addStatus(box: HTMLElement): HTMLElement {
  const status = document.createElement('p')
  status.className = 'unseen'
  status.setAttribute('role', 'status')
  box.append(status)
  return status
}

function optionOf({ value, note }: { value: string; note: string }): HTMLLIElement {
  const option = document.createElement('li')
  option.id = `suggestion-${++made}`
  option.setAttribute('role', 'option')
  option.dataset['value'] = value
  option.append(value)
  if (note !== '') {
    const small = document.createElement('span')
    small.className = 'suggestion-note'
    small.textContent = ` ${note}`
    option.append(small)
  }
  return option
}
