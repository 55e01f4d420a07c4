/** Where lists stood when they left the screen, so that coming back finds the place again. */
const places = new Map<string, number>();

export function rememberedScroll(list: string): number {
  return places.get(list) ?? 0;
}

export function rememberScroll(list: string, offset: number): void {
  places.set(list, offset);
}
