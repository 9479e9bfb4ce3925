import { deviceList, forgetOnDevice, keepOnDevice, keptInAddress } from './device-list.ts'

/** Asks whether the list shall be kept on this device, and forgets it with one press. Without this script nothing is kept. */
class KeepOnDevice extends HTMLElement {
  readonly #button = document.createElement('button')
  readonly #said = document.createElement('p')

  connectedCallback(): void {
    if (this.querySelector('button')) return
    this.#button.type = 'button'
    this.#button.className = 'button button-quiet'
    this.#button.addEventListener('click', () => this.#press())
    this.#said.setAttribute('role', 'status')
    this.#said.className = 'small soft'
    this.append(this.#button, this.#said)
    this.#show()
  }

  #press(): void {
    if (this.#isKept()) {
      forgetOnDevice()
      this.#show()
      this.#said.textContent = this.dataset['forgotten'] ?? ''
    } else if (keepOnDevice(this.#ids())) this.#show()
    else this.#said.textContent = this.dataset['refused'] ?? ''
  }

  #show(): void {
    const { keep = '', forget = '', kept = '', hint = '' } = this.dataset
    this.#button.textContent = this.#isKept() ? forget : keep
    this.#said.textContent = this.#isKept() ? kept : hint
  }

  /** Kept is what is the same list; another one that is kept would be replaced by pressing. */
  #isKept(): boolean {
    return deviceList()?.toSorted().join() === this.#ids().toSorted().join()
  }

  #ids(): readonly string[] {
    return keptInAddress(new URLSearchParams(location.search))
  }
}

customElements.define('keep-on-device', KeepOnDevice)
