/** An event that a listener may prevent. */
export class Preventable {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
