"""A server's database put back to what it was holds what it held and counts on from where it stood."""

from sqlalchemy import text

from app.domain.values.ids import new_id
from tests.support.server_states import put_rows, shape, take_rows


def entered(connection):
    return connection.execute(
        text("INSERT INTO search_entries (kind, subject_id) VALUES ('case', :id) RETURNING no"),
        {"id": new_id()},
    ).scalar_one()


def test_rows_and_sequences_are_put_back(postgres_store):
    with postgres_store._engine.connect() as connection:
        made = shape(connection)
        first = entered(connection)
        connection.commit()
        taken = take_rows(connection)
        assert entered(connection) == first + 1
        connection.commit()
        put_rows(connection, taken)
        assert connection.execute(text("SELECT no FROM search_entries")).scalars().all() == [first]
        assert entered(connection) == first + 1
        connection.rollback()
        put_rows(connection, type(taken)({}, dict.fromkeys(taken.sequences)))
        assert entered(connection) == 1
        assert shape(connection) == made
        connection.rollback()
