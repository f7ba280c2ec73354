import type { IntegerColumn } from '../engine/duckdb.ts';
import { packedColumns } from '../engine/packed-events.ts';
import type { KnownText, ProxyRequest } from '../sidelogs/proxy-request.ts';
import { PROXY_REQUESTS } from '../tables/proxy.ts';

/** Rows of a batch: a row group of DuckDB's. */
const MOST_ROWS = 122_880;
/** Characters of distinct texts after which a batch is full all the same: long addresses may not fill the memory. */
const MOST_CHARACTERS = 32_000_000;

/** A path that is no longer is looked for among those of the batch. */
const SHORT_PATH = 20;

/** NULL of a packed 32-bit column, and the upper half of it of a 64-bit one. */
const NULL_INTEGER = -2_147_483_648;
const TWO_TO_32 = 4_294_967_296;

let nextList = 0;

/** Rows of `proxy_requests` on their way into the table: numbers, and texts once each. */
export class ProxyBatch {
  rows = 0;
  readonly texts: string[] = [];
  private readonly paths = new Map<string, number>();
  /** Number of the list that `texts` is now. */
  private list = nextList++;
  private characters = 0;

  private readonly input = new Int32Array(MOST_ROWS);
  private readonly line = new Int32Array(MOST_ROWS * 2);
  private readonly occurredAt = new Int32Array(MOST_ROWS * 2);
  private readonly terminalAddress = new Int32Array(MOST_ROWS);
  private readonly account = new Int32Array(MOST_ROWS);
  private readonly accountDomain = new Int32Array(MOST_ROWS);
  private readonly method = new Int32Array(MOST_ROWS);
  private readonly scheme = new Int32Array(MOST_ROWS);
  private readonly host = new Int32Array(MOST_ROWS);
  private readonly port = new Int32Array(MOST_ROWS);
  private readonly path = new Int32Array(MOST_ROWS);
  private readonly status = new Int32Array(MOST_ROWS);
  private readonly bytesSent = new Int32Array(MOST_ROWS * 2);
  private readonly bytesReceived = new Int32Array(MOST_ROWS * 2);
  private readonly action = new Int32Array(MOST_ROWS);
  private readonly serverAddress = new Int32Array(MOST_ROWS);
  private readonly userAgent = new Int32Array(MOST_ROWS);

  isFull(): boolean {
    return this.rows === MOST_ROWS || this.characters >= MOST_CHARACTERS;
  }

  add(request: ProxyRequest, input: number, line: number): void {
    const row = this.rows++;
    this.input[row] = input;
    setWide(this.line, row, line);
    setWide(this.occurredAt, row, request.occurredAt * 1000);
    this.terminalAddress[row] = this.placeOf(request.terminalAddress);
    this.account[row] = this.placeOf(request.account);
    this.accountDomain[row] = this.placeOf(request.accountDomain);
    this.method[row] = this.placeOf(request.method);
    this.scheme[row] = this.placeOf(request.scheme);
    this.host[row] = this.placeOf(request.host);
    this.port[row] = request.port ?? NULL_INTEGER;
    this.path[row] = this.placeOfPath(request.path);
    this.status[row] = request.status ?? NULL_INTEGER;
    setWide(this.bytesSent, row, request.bytesSent);
    setWide(this.bytesReceived, row, request.bytesReceived);
    this.action[row] = this.placeOf(request.action);
    this.serverAddress[row] = this.placeOf(request.serverAddress);
    this.userAgent[row] = this.placeOf(request.userAgent);
  }

  /** As the engine takes them; good until `clear`. */
  columns(): readonly IntegerColumn[] {
    const byName: Readonly<Record<string, Int32Array>> = {
      input: this.input,
      line: this.line,
      occurred_at: this.occurredAt,
      terminal_address: this.terminalAddress,
      account: this.account,
      account_domain: this.accountDomain,
      method: this.method,
      scheme: this.scheme,
      host: this.host,
      port: this.port,
      path: this.path,
      status: this.status,
      bytes_sent: this.bytesSent,
      bytes_received: this.bytesReceived,
      action: this.action,
      server_address: this.serverAddress,
      user_agent: this.userAgent,
    };
    return packedColumns(PROXY_REQUESTS).map((column) => {
      const words = byName[column.name];
      if (words === undefined) throw new Error(`proxy_requests.${column.name} is not filled`);
      return words.length === MOST_ROWS ? words : new BigInt64Array(words.buffer);
    });
  }

  clear(): void {
    this.rows = 0;
    this.texts.length = 0;
    this.paths.clear();
    this.list = nextList++;
    this.characters = 0;
  }

  private placeOf(known: KnownText | null): number {
    if (known === null) return 0;
    if (known.list !== this.list) {
      known.list = this.list;
      known.place = this.texts.push(known.text);
      this.characters += known.text.length;
    }
    return known.place;
  }

  /** A long path hardly comes again: looking for it costs more than it saves. */
  private placeOfPath(path: string | null): number {
    if (path === null) return 0;
    const known = path.length > SHORT_PATH ? undefined : this.paths.get(path);
    if (known !== undefined) return known;
    const place = this.texts.push(path);
    if (path.length <= SHORT_PATH) this.paths.set(path, place);
    this.characters += path.length;
    return place;
  }
}

/** A 64-bit number as its two halves, so that no bigint is made for each. */
function setWide(words: Int32Array, row: number, value: number | null): void {
  words[row * 2] = value === null ? 0 : value % TWO_TO_32;
  words[row * 2 + 1] = value === null ? NULL_INTEGER : Math.floor(value / TWO_TO_32);
}
