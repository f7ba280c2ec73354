/** Makes the keys of a record's fields: the name, or `name#2` and so on where fields of that name came before it. */
export class FieldKeys {
  private readonly next = new Map<string, number>();

  /** @param isTaken whether a key is in use; a field may itself be called `name#2` */
  keyOf(name: string, isTaken: (key: string) => boolean): string {
    if (!isTaken(name)) return name;
    // Where the last search ended: an array of thousands of items is thousands of fields of one name.
    let n = this.next.get(name) ?? 2;
    while (isTaken(`${name}#${n}`)) n++;
    this.next.set(name, n + 1);
    return `${name}#${n}`;
  }
}
