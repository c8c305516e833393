import type { ServerResponse } from 'node:http';

export function reply(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

export const replyJson = (response: ServerResponse, status: number, value: unknown): void =>
  reply(response, status, 'application/json; charset=utf-8', JSON.stringify(value));

export const replyText = (response: ServerResponse, status: number, text: string): void =>
  reply(response, status, 'text/plain; charset=utf-8', text);
