import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../../i18n/use-language.ts';
import { type Chapter, isChapter } from '../../routes/guide-chapters.ts';
import { guideAddress } from './guide-files.ts';

/** A chapter of the guide. What its text may not be made of (markup, addresses elsewhere) is shown as plain text. */
export function Markdown({ text }: { readonly text: string }) {
  const tokens = useMemo(() => lexer(text), [text]);
  return <Parts tokens={tokens} />;
}

function Parts({ tokens }: { readonly tokens: readonly Token[] | undefined }): ReactNode {
  // The text does not change while it is shown.
  // biome-ignore lint/suspicious/noArrayIndexKey: a token has no name of its own.
  return tokens?.map((token, i) => <Part key={i} token={token as MarkedToken} />);
}

function Part({ token }: { readonly token: MarkedToken }): ReactNode {
  switch (token.type) {
    case 'heading':
      // Below the heading of the page.
      return token.depth === 1 ? (
        <h2>
          <Parts tokens={token.tokens} />
        </h2>
      ) : (
        <h3>
          <Parts tokens={token.tokens} />
        </h3>
      );
    case 'paragraph':
      return (
        <p>
          <Parts tokens={token.tokens} />
        </p>
      );
    case 'list':
      return <List list={token} />;
    case 'table':
      return <Table table={token} />;
    case 'strong':
      return (
        <b>
          <Parts tokens={token.tokens} />
        </b>
      );
    case 'em':
      return (
        <em>
          <Parts tokens={token.tokens} />
        </em>
      );
    case 'link':
      return <ChapterLink link={token} />;
    case 'image':
      return <Picture image={token} />;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'text':
      return token.tokens ? <Parts tokens={token.tokens} /> : token.text;
    case 'space':
      return null;
    default:
      return <Fragment>{'text' in token ? token.text : token.raw}</Fragment>;
  }
}

/** In the language of the page, as the text is. */
function Picture({ image }: { readonly image: Tokens.Image }) {
  const language = useLanguage();
  return <img src={guideAddress(`${language}/${image.href}`)} alt={image.text} />;
}

function List({ list }: { readonly list: Tokens.List }) {
  const items = list.items.map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an item has no name of its own.
    <li key={i}>
      <Parts tokens={item.tokens} />
    </li>
  ));
  return list.ordered ? <ol start={Number(list.start)}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table }: { readonly table: Tokens.Table }) {
  return (
    <table>
      <thead>
        <tr>
          {table.header.map((cell) => (
            <th key={cell.text} scope="col">
              <Parts tokens={cell.tokens} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.map(({ text }) => text).join('|')}>
            {row.map((cell, i) => (
              <td key={table.header[i]?.text}>
                <Parts tokens={cell.tokens} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The chapter that a link of the guide names, `first-import.md`; `null`: it leads elsewhere. */
function chapterOfLink(href: string): Chapter | null {
  const name = href.replace(/\.md$/, '');
  return isChapter(name) ? name : null;
}

/** Inside the guide; the app leads nowhere else. */
function ChapterLink({ link }: { readonly link: Tokens.Link }) {
  const chapter = chapterOfLink(link.href);
  const words = <Parts tokens={link.tokens} />;
  return chapter === null ? words : <Link href={`/help/guide/${chapter}`}>{words}</Link>;
}
