db.clients.insertOne({ client_id: "seed", grant_types: ["client_credentials"], client_secret: null });
