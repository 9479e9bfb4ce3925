import { deviceList, keepOnDevice, showKept } from './device-list.ts'

/**
 * Says how many studies are ticked, and lets the ticks go along: in the address of the page, in its links to studies and
 * lists, and in its other forms. Without this script the form of the boxes takes them to the list and to the next page.
 */
class KeepTray extends HTMLElement {
  connectedCallback(): void {
    for (const id of deviceList() ?? []) {
      const box = document.querySelector<HTMLInputElement>(`input[name="keep"][value="${id}"]`)
      if (box?.type === 'checkbox') box.checked = true
    }
    document.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === 'keep') this.#changed(target)
    })
    document.addEventListener('click', ({ target }) => this.#takeAlong(target), true)
    // A page that is come back to has its ticks again, and the address that it was left with.
    addEventListener('pageshow', () => this.#show())
    this.#show()
  }

  #changed({ value, checked }: HTMLInputElement): void {
    const here = deviceList()
    if (here) keepOnDevice(checked ? [...here, value] : here.filter((id) => id !== value))
    this.#show()
    const said = this.querySelector('[role="status"]')
    if (said)
      said.textContent = (this.dataset['said'] ?? '').replace('{count}', String(this.#ids().length))
  }

  #ids(): readonly string[] {
    const inputs = document.querySelectorAll<HTMLInputElement>('input[name="keep"]')
    const kept = [...inputs].filter(({ type, checked }) => checked || type === 'hidden')
    return [...new Set(kept.filter((one) => !one.dataset['copy']).map(({ value }) => value))]
  }

  #show(): void {
    const ids = this.#ids()
    history.replaceState(history.state, '', withKept(location.href, ids))
    showKept(ids)
    for (const form of document.querySelectorAll<HTMLFormElement>('form[role="search"]')) {
      for (const old of form.querySelectorAll('input[name="keep"]')) old.remove()
      for (const id of ids) form.append(copyOf(id))
    }
  }

  #takeAlong(target: EventTarget | null): void {
    const link = target instanceof Element ? target.closest('a') : undefined
    if (!link || link.origin !== location.origin || link.hash === '#') return
    if (!/^(?:\/fr)?\/(?:search$|studies\/)/.test(link.pathname)) return
    link.href = withKept(link.href, this.#ids())
  }
}

function withKept(address: string, ids: readonly string[]): string {
  const url = new URL(address)
  url.searchParams.delete('keep')
  for (const id of ids) url.searchParams.append('keep', id)
  return url.href
}

function copyOf(id: string): HTMLInputElement {
  const copy = document.createElement('input')
  copy.type = 'hidden'
  copy.name = 'keep'
  copy.value = id
  copy.dataset['copy'] = 'yes'
  return copy
}

customElements.define('keep-tray', KeepTray)
