-- The trail: who did what, chained by hashes. See db/README.md and docs/decisions/038.

create table trail (
  seq           bigint       not null comment '1, 2, 3 and so on, in the order of the commits, without gaps',
  at            datetime(6)  not null,
  actor_kind    varchar(10)  character set ascii not null comment 'member, operator, key, program, system or visitor',
  actor_id      bigint       not null comment 'the member, or the api key; 0 for all others',
  verb          varchar(60)  character set ascii not null comment 'what was done: trail.Verb',
  whom_id       bigint       not null comment 'the profile, or the member, whose affairs it was; 0 for nobody in particular',
  what          varchar(300) not null default '' comment 'which of its things, where there are several: an id, a code, a site',
  before_json   varchar(4000) not null default '{}' comment 'as it was, as far as it changed; never a secret',
  after_json    varchar(4000) not null default '{}' comment 'as it is since',
  address       varchar(60)  not null default '' comment 'from where; empty for what runs by itself',
  request_id    varchar(32)  character set ascii not null default '' comment 'by which the log names the same request',
  previous_hash binary(32)   not null comment 'hash of the row before; zeros in the first',
  hash          binary(32)   not null comment 'HMAC-SHA256 over all other columns',
  primary key (seq),
  key trail_actor_ix (actor_id, seq),
  key trail_whom_ix (whom_id, seq),
  key trail_verb_ix (verb, seq),
  key trail_at_ix (at, seq)
);

create table trail_heads (
  id   tinyint    not null comment 'one row, 1; whoever writes the trail locks it, last in the transaction',
  seq  bigint     not null comment 'of the newest row',
  hash binary(32) not null comment 'of the newest row',
  primary key (id)
);

insert into trail_heads (id, seq, hash) values (1, 0, repeat('\0', 32));

create table trail_points (
  id          tinyint       not null comment 'one row, 1',
  seq         bigint        not null comment 'the rows up to here were verified',
  hash        binary(32)    not null comment 'of that row',
  verified_at datetime(6)   null comment 'when the chain was last verified, from the point on or whole',
  whole_at    datetime(6)   null comment 'when it was last verified from its first row',
  due_at      datetime(6)   not null comment 'when the next check may start; moved on by whichever node starts it',
  faults      int           not null default 0 comment 'how many the last check found',
  report      varchar(4000) not null default '' comment 'which',
  primary key (id)
);

insert into trail_points (id, seq, hash, due_at) values (1, 0, repeat('\0', 32), '2026-01-01 00:00:00');
