/** Numbers texts across workers: each worker has its own numbers, and this is what they are in the tables. 0 stays "no text". */
export class TextNumbers {
  private readonly byWorker = new Map<number, Int32Array>();
  private next = 1;

  /**
   * Takes the texts a worker numbered anew.
   *
   * @returns the number of the first of them in the tables; the others follow
   */
  learn(worker: number, firstText: number, count: number, startAnew: boolean): number {
    let numbers = this.byWorker.get(worker);
    if (numbers === undefined || startAnew) numbers = new Int32Array(1024);
    if (firstText + count > numbers.length) {
      const larger = new Int32Array(Math.max(numbers.length * 2, firstText + count));
      larger.set(numbers);
      numbers = larger;
    }
    const first = this.next;
    for (let n = 0; n < count; n++) numbers[firstText + n] = this.next++;
    this.byWorker.set(worker, numbers);
    return first;
  }

  /** Replaces a worker's numbers in a column, in place. */
  renumber(worker: number, column: Int32Array): void {
    const numbers = this.byWorker.get(worker);
    if (numbers === undefined) return;
    for (let row = 0; row < column.length; row++) column[row] = numbers[column[row] ?? 0] ?? 0;
  }

  of(worker: number, text: number): number {
    return this.byWorker.get(worker)?.[text] ?? 0;
  }
}
