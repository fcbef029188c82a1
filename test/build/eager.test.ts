import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { eager as eagerWhere } from '../../tools/build/eager.ts';

const eager = (code: string) => eagerWhere(code, () => true);

const PROGRAMS: Readonly<Record<string, string>> = {
  'a function that is called before it is declared': 'var r = f(2); function f(x) { return x + 1; } r',
  'two that call each other':
    'function odd(n){return n>0&&even(n-1)}function even(n){return n===0||odd(n-1)}odd(7)',
  'one of two with the same name, the last': 'function f(){return 1}function f(){return 2}f()',
  'one that is given something else': 'function f(){return 1}f=()=>2;f()',
  'one in a function, in place of what it is given': 'function f(a){function a(){return 3}return a()}f(1)',
  'strict code': '"use strict";function f(){return this}String(f())',
  'strict code in a function': 'function f(){"use strict";function g(){return this}return g()}String(f())',
  'functions that wait, and that give one by one':
    'async function w(){await 0}function*g(){yield 1;yield 2}[...g(),w().constructor.name]',
  'names, lengths and kinds':
    'function f(a,b){}var g=(a)=>a,h=function(){},o={m(){return 1},k:()=>2};[f.name,f.length,g.name,h.name,o.k.name,o.m(),typeof f.prototype]',
  'arrows that give arrows, and objects': 'var f=a=>b=>({c:a+b});f(1)(2).c',
  'a function that is called at once': '(function(){return 4})()+(()=>5)()+!function(){}()',
  'a function in a block': 'var r=0;if(true){function f(){return 6}r=f()}r',
  classes:
    'class A{static{function s(){return 7}this.n=s()}get v(){function g(){return 8}return g()}}[A.n,new A().v]',
  'what only looks like a function': 'function f(){return /\\(function/.source+"function(){}"}f()',
  presets: 'function f(a=()=>1,{b=function(){return 2}}={}){return a()+b()}f()',
  'what follows a word':
    'function f(){return()=>9}function*g(){yield()=>1}typeof f()+typeof g().next().value',
  nothing: '',
  'a first line for the shell': '#!/usr/bin/env node\nfunction f(){return 1}f()',
};

describe('functions that are compiled as they are loaded', () => {
  test.each(Object.entries(PROGRAMS))('leave %s as it was', (_, code) => {
    expect(vm.runInNewContext(eager(code))).toEqual(vm.runInNewContext(code));
  });

  test('stay in the order in which they were declared', () => {
    expect(eager('function a(){}function b(){}')).toBe('var a=(function (){});var b=(function (){});;;');
  });

  test('are kept of a file before they are called: all but methods', () => {
    const body = 'let s=0;for(let i=0;i<a;i++)s+=i*a;return[s,s-1,s-2,{s}]';
    const code = `function f(a){${body}}var g=a=>{${body}},h=function(a){${body}}`;
    const kept = (text: string) => new vm.Script(text).createCachedData().length;
    // A function adds some hundred bytes of code to what is kept.
    expect(kept(eager(code))).toBeGreaterThan(kept(code) + 600);
  });

  test('are only those that are called', () => {
    const code = 'function a(){}function b(){}var c=()=>{},d=()=>{};';
    const called = new Set(['function b(){}', '()=>{}']);
    const first = code.indexOf('()=>{}');
    const text = eagerWhere(
      code,
      (from, to) => called.has(code.slice(from, to)) && (from < first || from === first),
    );
    expect(text).toBe('var b=(function (){});function a(){};var c=(()=>{}),d=()=>{};');
  });

  test('are put into parentheses once', () => {
    const code = eager('function a(){return()=>function(){}}');
    expect(eager(code)).toBe(code);
  });
});
