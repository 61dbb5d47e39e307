import { inSection } from "../page.ts";
import type { AnswerPage } from "../page.ts";
import { ADDRESS, LEAVING, NAME, STATUS } from "../pages/self.ts";
import { page, staying } from "./page_of.ts";

/** 本人: 設問1–27. */
export const SELF_PAGES: AnswerPage[] = [
  page({
    id: "start",
    section: "self",
    title: "はじめに",
    question: 2,
    fields: () => inSection("self", LEAVING),
  }),
  page({
    id: "name",
    section: "self",
    title: "氏名・生年月日",
    question: 4,
    applies: staying,
    fields: () => inSection("self", NAME),
  }),
  page({
    id: "address",
    section: "self",
    title: "住所・世帯主",
    question: 17,
    applies: staying,
    fields: () => inSection("self", ADDRESS),
  }),
  page({
    id: "status",
    section: "self",
    title: "障害者・寡婦・ひとり親・勤労学生",
    question: 22,
    applies: staying,
    fields: () => inSection("self", STATUS),
  }),
];
